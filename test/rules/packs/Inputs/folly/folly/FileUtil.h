// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <cstddef>
#include <sys/file.h>
#include <sys/uio.h>
#include <unistd.h>

namespace folly {
int openNoInt(const char *name, int flags, mode_t mode = 0666);
int fsyncNoInt(int fd);
int fdatasyncNoInt(int fd);
int ftruncateNoInt(int fd, off_t len);
int truncateNoInt(const char *path, off_t len);
int flockNoInt(int fd, int operation);
ssize_t readNoInt(int fd, void *buf, std::size_t count);
ssize_t preadNoInt(int fd, void *buf, std::size_t count, off_t offset);
ssize_t readvNoInt(int fd, const iovec *iov, int count);
ssize_t preadvNoInt(int fd, const iovec *iov, int count, off_t offset);
ssize_t writeNoInt(int fd, const void *buf, std::size_t count);
ssize_t pwriteNoInt(int fd, const void *buf, std::size_t count, off_t offset);
ssize_t writevNoInt(int fd, const iovec *iov, int count);
ssize_t pwritevNoInt(int fd, const iovec *iov, int count, off_t offset);
ssize_t readFull(int fd, void *buf, std::size_t count);
ssize_t readvFull(int fd, iovec *iov, int count);
ssize_t writeFull(int fd, const void *buf, std::size_t count);
ssize_t writevFull(int fd, iovec *iov, int count);
ssize_t pwriteFull(int fd, const void *buf, std::size_t count, off_t offset);
ssize_t pwritevFull(int fd, iovec *iov, int count, off_t offset);
template <class Container> bool readFile(const char *fileName, Container &out);
template <class Container>
bool writeFile(const Container &data, const char *fileName);
void writeFileAtomic(const char *fileName, const char *data);
int writeFileAtomicNoThrow(const char *fileName, const char *data);
} // namespace folly
