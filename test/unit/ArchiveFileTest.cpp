// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests ArchiveFile
#include "FullUnit.h"
#include "program/Archive.h"
#include "llvm/Support/FileSystem.h"
#include <csignal>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace asynctidy::program;
using namespace llvm;

namespace {

class ArchiveFile : public testing::Test {
protected:
  ArchiveFile() {
    EXPECT_FALSE(sys::fs::createUniqueDirectory("archive-test", Folder));
  }
  ~ArchiveFile() override { sys::fs::remove_directories(Folder); }

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

Unit named(Unit U, StringRef MainFile) {
  U.MainFile = static_cast<TextId>(U.Texts.size());
  U.Texts.push_back(MainFile.str());
  return U;
}

const Unit Old = named(Unit(), "old"), New = named(fullUnit(), "new");

std::string mistakeOfWriting(StringRef File) {
  Error Failed = writeArchive(File, &New);
  return Failed ? toString(std::move(Failed)) : "";
}

/// The main file of the unit in the archive, or what is wrong with it.
std::string read(StringRef File) {
  auto Units = readArchive(File);
  if (!Units)
    return toString(Units.takeError());
  return Units->front().text(Units->front().MainFile);
}

} // namespace

TEST_F(ArchiveFile, IsWrittenAndRead) {
  std::string File = path("x.sum");
  EXPECT_EQ(mistakeOfWriting(File), "");
  auto Units = readArchive(File);
  ASSERT_TRUE(bool(Units)) << toString(Units.takeError());
  ASSERT_EQ(Units->size(), 1u);
  EXPECT_TRUE(Units->front() == New);
  EXPECT_EQ(read(File), "new");
}

TEST_F(ArchiveFile, ReplacesAnother) {
  std::string File = path("x.sum");
  cantFail(writeArchive(File, &Old));
  EXPECT_EQ(read(File), "old");
  EXPECT_EQ(mistakeOfWriting(File), "");
  EXPECT_EQ(read(File), "new");
  EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(ArchiveFile, IsWrittenWhereALinkLeads) {
  std::string File = path("x.sum"), Link = path("link.sum");
  cantFail(writeArchive(File, &Old));
  ASSERT_FALSE(sys::fs::create_link(File, Link));
  EXPECT_EQ(mistakeOfWriting(Link), "");
  EXPECT_EQ(read(File), "new");
  EXPECT_TRUE(sys::fs::is_symlink_file(Link));
}

TEST_F(ArchiveFile, NamesTheFileThatCannotBeRead) {
  std::string File = path("none.sum");
  EXPECT_EQ(read(File),
            "cannot read '" + File + "': No such file or directory");
  EXPECT_EQ(read(path("")), "cannot read '" + path("") + "': Is a directory");
  EXPECT_EQ(read("/dev/null"), "'/dev/null' is no summary of async-tidy");
}

TEST_F(ArchiveFile, NamesTheFileThatCannotBeWritten) {
  std::string File = path("none/x.sum");
  EXPECT_EQ(mistakeOfWriting(File),
            "cannot write '" + File + "': No such file or directory");
  cantFail(writeArchive(path("x.sum"), &Old));
  File = path("x.sum/x.sum");
  EXPECT_EQ(mistakeOfWriting(File),
            "cannot write '" + File + "': Not a directory");
  EXPECT_EQ(mistakeOfWriting(path("")),
            "cannot write '" + path("") + "': Is a directory");
  EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(ArchiveFile, IsNotWrittenIntoAFolderWithoutPermission) {
  if (geteuid() == 0)
    GTEST_SKIP() << "root may write everywhere";
  ASSERT_FALSE(sys::fs::create_directory(path("mine")));
  ASSERT_FALSE(sys::fs::setPermissions(path("mine"), sys::fs::owner_read |
                                                         sys::fs::owner_exe));
  std::string File = path("mine/x.sum");
  EXPECT_EQ(mistakeOfWriting(File),
            "cannot write '" + File + "': Permission denied");
}

TEST_F(ArchiveFile, IsWrittenToADeviceAsItIs) {
  EXPECT_EQ(mistakeOfWriting("/dev/full"),
            "cannot write '/dev/full': No space left on device");
  EXPECT_EQ(mistakeOfWriting("/dev/null"), "");
  EXPECT_FALSE(sys::fs::is_regular_file("/dev/full"));
  EXPECT_FALSE(sys::fs::is_regular_file("/dev/null"));
}

TEST_F(ArchiveFile, StaysWhenTheNewOneDoesNotFit) {
  std::string File = path("x.sum");
  cantFail(writeArchive(File, &Old));
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
