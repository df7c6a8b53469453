// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Output
#include "driver/report/Output.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <csignal>
#include <gtest/gtest.h>
#include <linux/capability.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

using asynctidy::report::writeOutput;
using namespace llvm;

namespace {

class Output : public testing::Test {
protected:
  Output() {
    EXPECT_FALSE(sys::fs::createUniqueDirectory("output-test", Folder));
  }
  ~Output() override { sys::fs::remove_directories(Folder); }

  std::string path(StringRef Name) const { return (Folder + "/" + Name).str(); }

  unsigned filesInFolder() const {
    std::error_code Code;
    unsigned Count = 0;
    for (sys::fs::directory_iterator I(Folder, Code), End; !Code && I != End;
         I.increment(Code))
      ++Count;
    return Count;
  }

private:
  SmallString<128> Folder;
};

/// Root may write everywhere, unless it lays that down for a while. Glibc has
/// no functions for these system calls.
class WithoutPrivileges {
public:
  WithoutPrivileges() {
    EXPECT_EQ(syscall(SYS_capget, &Header, Before), 0);
    __user_cap_data_struct None[2] = {Before[0], Before[1]};
    None[0].effective = None[1].effective = 0;
    EXPECT_EQ(syscall(SYS_capset, &Header, None), 0);
  }
  ~WithoutPrivileges() { EXPECT_EQ(syscall(SYS_capset, &Header, Before), 0); }

private:
  __user_cap_header_struct Header = {_LINUX_CAPABILITY_VERSION_3, /*pid=*/0};
  __user_cap_data_struct Before[2] = {};
};

std::string mistakeOfWriting(StringRef File) {
  Error Failed = writeOutput(File, std::string(10000, 'n'));
  return Failed ? toString(std::move(Failed)) : "";
}

std::string read(StringRef File) {
  auto Bytes = MemoryBuffer::getFile(File);
  return Bytes ? (*Bytes)->getBuffer().take_front(3).str() : "none";
}

} // namespace

TEST_F(Output, ReplacesAnother) {
  std::string File = path("x.txt");
  cantFail(writeOutput(File, "old"));
  EXPECT_EQ(read(File), "old");
  EXPECT_EQ(mistakeOfWriting(File), "");
  EXPECT_EQ(read(File), "nnn");
  EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(Output, IsWrittenWhereALinkLeads) {
  std::string File = path("x.txt"), Link = path("link.txt");
  cantFail(writeOutput(File, "old"));
  ASSERT_FALSE(sys::fs::create_link(File, Link));
  EXPECT_EQ(mistakeOfWriting(Link), "");
  EXPECT_EQ(read(File), "nnn");
  EXPECT_TRUE(sys::fs::is_symlink_file(Link));
}

TEST_F(Output, NamesTheFileThatCannotBeWritten) {
  std::string File = path("none/x.txt");
  EXPECT_EQ(mistakeOfWriting(File),
            "cannot write '" + File + "': No such file or directory");
  cantFail(writeOutput(path("x.txt"), "old"));
  File = path("x.txt/x.txt");
  EXPECT_EQ(mistakeOfWriting(File),
            "cannot write '" + File + "': Not a directory");
  EXPECT_EQ(mistakeOfWriting(path("")),
            "cannot write '" + path("") + "': Is a directory");
  EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(Output, IsNotWrittenIntoAFolderWithoutPermission) {
  ASSERT_FALSE(sys::fs::create_directory(path("mine")));
  ASSERT_FALSE(sys::fs::setPermissions(path("mine"), sys::fs::owner_read |
                                                         sys::fs::owner_exe));
  std::string File = path("mine/x.txt");
  std::string Said;
  {
    WithoutPrivileges Now;
    Said = mistakeOfWriting(File);
  }
  EXPECT_EQ(Said, "cannot write '" + File + "': Permission denied");
}

TEST_F(Output, IsWrittenToADeviceAsItIs) {
  EXPECT_EQ(mistakeOfWriting("/dev/full"),
            "cannot write '/dev/full': No space left on device");
  EXPECT_EQ(mistakeOfWriting("/dev/null"), "");
  EXPECT_FALSE(sys::fs::is_regular_file("/dev/full"));
  EXPECT_FALSE(sys::fs::is_regular_file("/dev/null"));
}

TEST_F(Output, StaysWhenTheNewOneDoesNotFit) {
  std::string File = path("x.txt");
  cantFail(writeOutput(File, "old"));
  // As a full disk does, a limit lets the first bytes pass.
  rlimit Limit;
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &Limit), 0);
  auto Handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit Small = {100, Limit.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &Small), 0);
  std::string Said = mistakeOfWriting(File);
  setrlimit(RLIMIT_FSIZE, &Limit);
  std::signal(SIGXFSZ, Handler);
  EXPECT_EQ(Said, "cannot write '" + File + "': File too large");
  EXPECT_EQ(read(File), "old");
  EXPECT_EQ(filesInFolder(), 1u);
}
