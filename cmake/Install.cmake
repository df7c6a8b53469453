# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What is installed, and where. All of it finds the rest from where it is itself,
# so that the installed tree can be moved. docs/install.md shows the tree.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# The plugin is no library to link with: it has a folder of its own, as the machine's
# other architectures may.
set(PluginDir ${CMAKE_INSTALL_LIBDIR}/async-tidy)
if(CMAKE_LIBRARY_ARCHITECTURE)
  set(PluginDir lib/${CMAKE_LIBRARY_ARCHITECTURE}/async-tidy)
endif()
set(ConfigDir lib/cmake/AsyncTidy)
set(DocDir ${CMAKE_INSTALL_DATADIR}/doc/async-tidy)

install(TARGETS async-tidy async-clang-tidy async-clangd)
install(TARGETS AsyncTidyModule DESTINATION ${PluginDir})
install(DIRECTORY rules DESTINATION ${CMAKE_INSTALL_DATADIR}/async-tidy)
install(FILES LICENSE README.md DESTINATION ${DocDir})
install(DIRECTORY docs DESTINATION ${DocDir} FILES_MATCHING PATTERN *.md)

# The man page and the completions are made by async-tidy, of the table of its options.
set(HelpDir ${PROJECT_BINARY_DIR}/help)
set(HelpFiles)
function(make_help Format Name Folder)
  add_custom_command(OUTPUT ${HelpDir}/${Format}/${Name}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${HelpDir}/${Format}
    COMMAND async-tidy --help-format=${Format} > ${HelpDir}/${Format}/${Name}
    DEPENDS async-tidy
    COMMENT "Making ${Name} for ${Format}" VERBATIM)
  install(FILES ${HelpDir}/${Format}/${Name} DESTINATION ${Folder})
  set(HelpFiles ${HelpFiles} ${HelpDir}/${Format}/${Name} PARENT_SCOPE)
endfunction()
make_help(man async-tidy.1 ${CMAKE_INSTALL_MANDIR}/man1)
make_help(bash async-tidy ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
make_help(zsh _async-tidy ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
make_help(fish async-tidy.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
add_custom_target(asyncHelp ALL DEPENDS ${HelpFiles})
install(FILES cmake/async-clang-tidy.1 cmake/async-clangd.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

configure_package_config_file(cmake/AsyncTidyConfig.cmake.in AsyncTidyConfig.cmake
  INSTALL_DESTINATION ${ConfigDir} NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(AsyncTidyConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/AsyncTidyConfig.cmake ${PROJECT_BINARY_DIR}/AsyncTidyConfigVersion.cmake
              cmake/AsyncTidyLint.cmake
        DESTINATION ${ConfigDir})
install(DIRECTORY cmake/summaries DESTINATION ${ConfigDir})
