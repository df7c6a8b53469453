# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A Debian package of what is installed, made by `./dev package`.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME async-tidy)
set(CPACK_PACKAGE_CONTACT "async-tidy maintainers <maintainers@async-tidy.example>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
# Whatever the umask of who makes it.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "static analyzer for C++20 coroutines")
set(CPACK_PACKAGE_DESCRIPTION
"async-tidy finds what makes asynchronous C++ programs stall, leak work, lose
errors and hang on shutdown: calls that block the event loop, directly or
through any number of functions and files; tasks that are never awaited;
started work whose end or errors nobody sees; locks that are held while a
coroutine sleeps; arguments that die before a task is done.
.
This package has the command-line tool async-tidy, the same checks as a plugin
for clang-tidy ${LLVM_VERSION_MAJOR}, a clang-tidy and a clangd that have them built in,
and support for CMake.")

# The plugin fits the clang-tidy it was built for, and later patches of it: there is no
# ABI between LLVM's versions. The headers of the compiler are not in its libraries' packages.
set(Tidy clang-tidy-${LLVM_VERSION_MAJOR})
math(EXPR NextMinor "${LLVM_VERSION_MINOR} + 1")
string(JOIN ", " CPACK_DEBIAN_PACKAGE_DEPENDS
  "${Tidy} (>= 1:${LLVM_VERSION_MAJOR}.${LLVM_VERSION_MINOR}.${LLVM_VERSION_PATCH})"
  "${Tidy} (<< 1:${LLVM_VERSION_MAJOR}.${NextMinor}~)"
  "libclang-common-${LLVM_VERSION_MAJOR}-dev")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian/finish.cmake)
include(CPack)
