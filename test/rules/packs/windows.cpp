// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack windows %s -target x86_64-w64-mingw32 -isystem /usr/share/mingw-w64/include
// Verified against: mingw-w64-common
#define _WIN32_WINNT 0x0A00
#include <winsock2.h>
#include <windows.h>

#include <bcrypt.h>
#include <commdlg.h>
#include <conio.h>
#include <io.h>
#include <iphlpapi.h>
#include <mswsock.h>
#include <process.h>
#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/locking.h>
#include <sys/stat.h>
#include <urlmon.h>
#include <windns.h>
#include <winhttp.h>
#include <winnetwk.h>
#include <winsvc.h>
#include <ws2tcpip.h>

#include <icmpapi.h>
