# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# async_tidy_add_lint(<name> [TARGETS <target>...] [OPTIONS <option>...]
#                     [REPORTS <report>...] [INDEX <file>]
#                     [PROJECT_ROOT <folder>] [LAUNCHER <command>...])
#
# Adds the target <name>, which is not part of ALL, fails when async-tidy finds
# something in the C++ sources of the targets, and analyses again only what
# changed. docs/cmake.md explains the arguments.
#
# How: for every target there is an object library with its sources and flags,
# whose "compiler" is async-tidy and whose "objects" are summaries. So CMake
# itself takes care of headers, flags and generated files. A last step links the
# summaries.
cmake_policy(VERSION 3.25)
include_guard(GLOBAL)

function(async_tidy_add_lint Name)
  cmake_parse_arguments(PARSE_ARGV 1 Lint "" "INDEX;PROJECT_ROOT" "TARGETS;OPTIONS;REPORTS;LAUNCHER")
  if(Lint_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "async_tidy_add_lint: unknown arguments: ${Lint_UNPARSED_ARGUMENTS}")
  elseif(Lint_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "async_tidy_add_lint: a value is missing after: ${Lint_KEYWORDS_MISSING_VALUES}")
  elseif(NOT AsyncTidy_EXECUTABLE)
    message(FATAL_ERROR "async_tidy_add_lint: call find_package(AsyncTidy) in this directory or one above")
  elseif(NOT CMAKE_CXX_COMPILER_LOADED)
    message(FATAL_ERROR "async_tidy_add_lint: C++ is no language of this directory")
  elseif(NOT CMAKE_GENERATOR MATCHES "Ninja|Unix Makefiles")
    message(FATAL_ERROR "async_tidy_add_lint: works with Ninja and Makefiles, not with '${CMAKE_GENERATOR}'")
  endif()
  if(NOT DEFINED Lint_PROJECT_ROOT)
    _async_tidy_find_root(Lint_PROJECT_ROOT)
  endif()
  cmake_path(ABSOLUTE_PATH Lint_PROJECT_ROOT BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
  string(REGEX REPLACE "(.)/$" "\\1" Lint_PROJECT_ROOT "${Lint_PROJECT_ROOT}") # from ".."
  if(NOT DEFINED Lint_TARGETS)
    _async_tidy_targets_below("${CMAKE_CURRENT_SOURCE_DIR}" Lint_TARGETS)
  endif()
  if(NOT DEFINED Lint_REPORTS)
    set(Lint_REPORTS text)
  endif()
  set(Lint_FOLDER "${CMAKE_CURRENT_BINARY_DIR}/${Name}.dir")

  _async_tidy_add_summaries(${Name} Libraries)
  _async_tidy_add_link(${Name} ${Libraries})
endfunction()

# The folder of the project, as async-tidy itself would find it. Said on every
# command line, so that a machine that gets nothing but the inputs knows it, too.
function(_async_tidy_find_root Result)
  set(Folder "${CMAKE_CURRENT_SOURCE_DIR}")
  while(NOT EXISTS "${Folder}/.git")
    cmake_path(GET Folder PARENT_PATH Above)
    if(Above STREQUAL Folder)
      set(Folder "${CMAKE_SOURCE_DIR}")
      break()
    endif()
    set(Folder "${Above}")
  endwhile()
  set(${Result} "${Folder}" PARENT_SCOPE)
endfunction()

# Adds an object library of summaries for each of Lint_TARGETS, and gives their
# names.
function(_async_tidy_add_summaries Name Result)
  # Not one by one: an option may hold an (escaped) semicolon.
  set(Command "${AsyncTidy_EXECUTABLE};--quiet;--project-root=${Lint_PROJECT_ROOT}")
  if(DEFINED Lint_LAUNCHER)
    string(PREPEND Command "${Lint_LAUNCHER};")
  endif()
  if(DEFINED Lint_OPTIONS)
    string(APPEND Command ";${Lint_OPTIONS}")
  endif()
  set(Libraries)
  foreach(Target IN LISTS Lint_TARGETS)
    _async_tidy_real_target(Target)
    _async_tidy_find_sources(${Target})
    set(Library "${Name}.${Target}")
    if((NOT Sources AND NOT Expressions) OR Library IN_LIST Libraries)
      continue()
    endif()
    list(APPEND Libraries ${Library})
    # In a directory of its own: rules and flags are a directory's.
    add_subdirectory("${CMAKE_CURRENT_FUNCTION_LIST_DIR}/summaries" "${Lint_FOLDER}/${Target}" EXCLUDE_FROM_ALL)
  endforeach()
  if(NOT Libraries)
    message(FATAL_ERROR "async_tidy_add_lint: there is no target with C++ sources; is it called behind them?")
  endif()
  set(${Result} "${Libraries}" PARENT_SCOPE)
endfunction()

# The last step. Its stamp is only made when nothing was found: as long as there
# are findings it runs, and prints them, every time.
function(_async_tidy_add_link Name)
  set(Outputs)
  set(Arguments "--project-root=${Lint_PROJECT_ROOT}")
  foreach(Report IN LISTS Lint_REPORTS)
    if(Report MATCHES "^([^:]+):(.+)$" AND NOT CMAKE_MATCH_2 STREQUAL "-")
      set(Format "${CMAKE_MATCH_1}")
      set(File "${CMAKE_MATCH_2}")
      cmake_path(ABSOLUTE_PATH File BASE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}" NORMALIZE)
      list(APPEND Outputs "${File}")
      set(Report "${Format}:${File}")
    endif()
    list(APPEND Arguments "--report=${Report}")
  endforeach()
  if(DEFINED Lint_INDEX)
    cmake_path(ABSOLUTE_PATH Lint_INDEX BASE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}" NORMALIZE)
    list(APPEND Outputs "${Lint_INDEX}")
    list(APPEND Arguments "--write-index=${Lint_INDEX}")
  endif()

  set(Folder "${Lint_FOLDER}")
  get_property(IsMultiConfig GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
  if(IsMultiConfig)
    string(APPEND Folder "/$<CONFIG>")
  endif()
  list(TRANSFORM ARGN REPLACE ".+" "$<TARGET_OBJECTS:\\0>" OUTPUT_VARIABLE Summaries)
  # A list in a file: command lines have an end.
  file(GENERATE OUTPUT "${Folder}/summaries.rsp" CONTENT "\"$<JOIN:${Summaries},\"\n\">\"\n")
  add_custom_command(OUTPUT "${Folder}/clean.stamp" BYPRODUCTS ${Outputs}
    COMMAND "${AsyncTidy_EXECUTABLE}" --link "@${Folder}/summaries.rsp" ${Arguments}
    COMMAND "${CMAKE_COMMAND}" -E touch "${Folder}/clean.stamp"
    DEPENDS "${AsyncTidy_EXECUTABLE}" "${Folder}/summaries.rsp" ${Summaries}
    COMMENT "Linking the summaries of ${Name}"
    USES_TERMINAL VERBATIM)
  add_custom_target(${Name} DEPENDS "${Folder}/clean.stamp")
  # Make knows no files of other targets. Ninja does, and would build the targets
  # that are analysed for nothing.
  if(CMAKE_GENERATOR MATCHES "Makefiles")
    add_dependencies(${Name} ${ARGN})
  endif()
endfunction()

# All targets of a directory and those below it, as far as they are part of the
# project: what is in the build folder was fetched from elsewhere.
function(_async_tidy_targets_below Directory Result)
  get_property(Targets DIRECTORY "${Directory}" PROPERTY BUILDSYSTEM_TARGETS)
  get_property(Below DIRECTORY "${Directory}" PROPERTY SUBDIRECTORIES)
  foreach(Each IN LISTS Below)
    cmake_path(IS_PREFIX Lint_PROJECT_ROOT "${Each}" IsOurs)
    cmake_path(IS_PREFIX CMAKE_BINARY_DIR "${Each}" IsBuilt)
    if(NOT IsOurs OR (IsBuilt AND NOT CMAKE_BINARY_DIR STREQUAL CMAKE_SOURCE_DIR)
        OR Each MATCHES "/_deps/" OR Each STREQUAL "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/summaries")
      continue()
    endif()
    _async_tidy_targets_below("${Each}" More)
    list(APPEND Targets ${More})
  endforeach()
  set(Compiled)
  foreach(Target IN LISTS Targets)
    get_target_property(Type ${Target} TYPE)
    if(Type MATCHES "_LIBRARY$|^EXECUTABLE$")
      list(APPEND Compiled ${Target})
    endif()
  endforeach()
  set(${Result} "${Compiled}" PARENT_SCOPE)
endfunction()

# Follows an alias, and refuses what is not compiled here.
function(_async_tidy_real_target Variable)
  set(Target "${${Variable}}")
  if(NOT TARGET "${Target}")
    message(FATAL_ERROR "async_tidy_add_lint: there is no target '${Target}'")
  endif()
  get_target_property(Aliased ${Target} ALIASED_TARGET)
  if(Aliased)
    set(Target ${Aliased})
  endif()
  get_target_property(Type ${Target} TYPE)
  get_target_property(IsImported ${Target} IMPORTED)
  if(IsImported OR NOT Type MATCHES "_LIBRARY$|^EXECUTABLE$")
    message(FATAL_ERROR "async_tidy_add_lint: '${Target}' is no library or executable of this project")
  endif()
  set(${Variable} ${Target} PARENT_SCOPE)
endfunction()

# Sets in the caller's scope what a target compiles:
#   Sources      its C++ sources, absolute
#   Expressions  a generator expression for those that hang on one; or empty
#   Generated    all its files that the build makes, absolute
# An interface library compiles nothing.
function(_async_tidy_find_sources Target)
  get_target_property(Type ${Target} TYPE)
  get_target_property(Listed ${Target} SOURCES)
  get_target_property(Source ${Target} SOURCE_DIR)
  get_target_property(Binary ${Target} BINARY_DIR)
  if(NOT Listed OR Type STREQUAL "INTERFACE_LIBRARY")
    set(Listed)
  endif()
  string(JOIN "|" Extensions ${CMAKE_CXX_SOURCE_FILE_EXTENSIONS})
  string(REPLACE "+" "[+]" Extensions "${Extensions}")

  set(Sources)
  set(Generated)
  set(Expressions "${Listed}")
  string(GENEX_STRIP "${Listed}" Plain)
  foreach(Item IN LISTS Plain)
    if(NOT Item IN_LIST Listed) # the rest of src/$<CONFIG>.cpp
      continue()
    endif()
    list(REMOVE_ITEM Expressions "${Item}")
    # Relative names are those of sources or, when there is none, of what is made.
    cmake_path(ABSOLUTE_PATH Item BASE_DIRECTORY "${Source}" NORMALIZE OUTPUT_VARIABLE Path)
    if(NOT EXISTS "${Path}")
      cmake_path(ABSOLUTE_PATH Item BASE_DIRECTORY "${Binary}" NORMALIZE OUTPUT_VARIABLE Path)
    endif()
    get_source_file_property(IsGenerated "${Path}" TARGET_DIRECTORY ${Target} GENERATED)
    if(IsGenerated)
      list(APPEND Generated "${Path}")
    endif()
    get_source_file_property(Language "${Path}" TARGET_DIRECTORY ${Target} LANGUAGE)
    get_source_file_property(IsHeader "${Path}" TARGET_DIRECTORY ${Target} HEADER_FILE_ONLY)
    if(NOT IsHeader AND (Language STREQUAL "CXX" OR (NOT Language AND Path MATCHES "[.](${Extensions})$")))
      list(APPEND Sources "${Path}")
    endif()
  endforeach()
  list(FILTER Expressions EXCLUDE REGEX "^[$]<TARGET_OBJECTS:")
  if(Expressions) # may still name what is not C++
    set(Expressions "$<PATH:ABSOLUTE_PATH,NORMALIZE,$<FILTER:${Expressions},INCLUDE,[.](${Extensions})$>,${Source}>")
  endif()
  return(PROPAGATE Sources Expressions Generated)
endfunction()
