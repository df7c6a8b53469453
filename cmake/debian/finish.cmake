# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Run by CPack between installing into a folder and packing it: what Debian wants
# otherwise than other systems.
cmake_minimum_required(VERSION 3.25)
set(Share ${CPACK_TEMPORARY_DIRECTORY}/usr/share)
set(Doc ${Share}/doc/async-tidy)

# The text of the licence is in every Debian system, once.
file(REMOVE ${Doc}/LICENSE)
configure_file(${CMAKE_CURRENT_LIST_DIR}/copyright ${Doc}/copyright COPYONLY)

# The time is that of SOURCE_DATE_EPOCH, where it is set.
string(TIMESTAMP Date "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${Doc}/changelog
"${CPACK_PACKAGE_NAME} (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * Built from the sources; their history says what has changed.

 -- ${CPACK_PACKAGE_CONTACT}  ${Date}
")

file(MAKE_DIRECTORY ${Share}/zsh/vendor-completions)
file(RENAME ${Share}/zsh/site-functions/_async-tidy ${Share}/zsh/vendor-completions/_async-tidy)
file(REMOVE_RECURSE ${Share}/zsh/site-functions)

file(GLOB Pages ${Share}/man/man1/*.1)
execute_process(COMMAND gzip -9 -n -f ${Doc}/changelog ${Pages} COMMAND_ERROR_IS_FATAL ANY)
