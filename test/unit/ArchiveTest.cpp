// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Archive
#include "program/Archive.h"
#include "FullUnit.h"
#include "program/ArchiveFormat.h"
#include "llvm/BinaryFormat/MsgPackWriter.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <gtest/gtest.h>

using namespace asynctidy::program;
using llvm::StringRef;

namespace {

const std::string Damaged = "'x.sum' is damaged; make it again";
const std::string Foreign = "'x.sum' is no summary of async-tidy";
const std::string OtherVersion =
    "'x.sum' was written by another version of async-tidy; make it again";

const std::size_t HeaderSize =
    Magic.size() + FormatVersion.size() + ChecksumSize;

/// Where the payload of Unit() has the number of sites: after the numbers of
/// units and texts, a text of two bytes, the main file and the directory.
const std::size_t SitesOfEmpty = 6;

/// What is wrong with \p Bytes; empty if nothing is. Says so too when what is
/// read refers to what is not there.
std::string mistake(StringRef Bytes) {
  auto Units = decodeArchive(Bytes, "x.sum");
  if (!Units)
    return toString(Units.takeError());
  for (const Unit &U : *Units)
    if (!References(U).allHold())
      return "a unit with references to nowhere";
  return "";
}

std::string mistake(const Unit &U) { return mistake(encodeArchive(&U)); }

/// The archive with that payload.
std::string sealed(StringRef Payload) {
  char Checksum[ChecksumSize];
  llvm::support::endian::write64le(Checksum, llvm::xxh3_64bits(Payload));
  return (Magic + FormatVersion + StringRef(Checksum, ChecksumSize) + Payload)
      .str();
}

std::string encoded(llvm::ArrayRef<Unit> Units) {
  std::vector<const Unit *> Pointers;
  for (const Unit &U : Units)
    Pointers.push_back(&U);
  return encodeArchive(Pointers);
}

std::string payload(llvm::ArrayRef<Unit> Units) {
  return encoded(Units).substr(HeaderSize);
}

std::vector<Unit> severalUnits() {
  Unit Small, Other = fullUnit();
  Small.Functions.emplace_back();
  Other.Texts[1] = std::string(1, 0);
  Other.Findings.pop_back();
  return {fullUnit(), Small, Other};
}

} // namespace

TEST(Archive, KeepsEveryMember) {
  std::vector<Unit> Units = severalUnits();
  auto Read = decodeArchive(encoded(Units), "x.sum");
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  ASSERT_EQ(Read->size(), Units.size());
  for (std::size_t I = 0; I != Units.size(); ++I)
    EXPECT_TRUE((*Read)[I] == Units[I]) << I;
}

TEST(Archive, IsReadableWithoutUnits) {
  auto Read = decodeArchive(encodeArchive({}), "x.sum");
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  EXPECT_TRUE(Read->empty());
  EXPECT_EQ(mistake(Unit()), "");
}

TEST(Archive, HasTheSameBytesForTheSameUnits) {
  std::string Bytes = encoded(severalUnits());
  EXPECT_EQ(encoded(severalUnits()), Bytes);
  auto Read = decodeArchive(Bytes, "x.sum");
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  EXPECT_EQ(encoded(*Read), Bytes);
  Read->pop_back();
  EXPECT_NE(encoded(*Read), Bytes);
}

TEST(Archive, ForgetsWhereEmptyRangesBegin) {
  Unit U = fullUnit(), Other = U;
  Other.Functions[0].Blocks.Begin = 1;
  Other.Calls[1].Arguments.Begin = 500;
  Other.Findings[1].Path.Begin = 3;
  Other.Findings[1].Needs.Begin = UINT32_MAX;
  EXPECT_EQ(encodeArchive(&Other), encodeArchive(&U));
}

TEST(Archive, KeepsManyRecords) {
  Unit U;
  for (unsigned I = 1; I <= 10000; ++I) {
    U.Texts.push_back(std::to_string(I));
    U.Keeps.push_back({I % 80, I});
    Function &F = U.Functions.emplace_back();
    F.Name = I;
    F.Shown = 10001 - I;
    U.Sites.emplace_back().Line = I;
    U.Needs.push_back({{I, Fact::Uses, I % 7}, I % 2 == 0, I % 3 == 0});
    Finding &Found = U.Findings.emplace_back();
    Found.Check = I % 5;
    Found.Main = {10000 - I, I};
  }
  for (unsigned I = 0; I != 10000; ++I) // backwards, and overlapping
    U.Functions[I].Keeps = U.Findings[I].Needs = {9999 - I, I ? 2u : 1u};
  auto Read = decodeArchive(encodeArchive(&U), "x.sum");
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  EXPECT_TRUE(Read->front() == U);
}

TEST(Archive, RefusesOtherFiles) {
  for (StringRef Bytes :
       {"", "async-tidy", "Async-tidy summary 1\n", "async-tidy summary",
        "\x7f"
        "ELF",
        "{}"})
    EXPECT_EQ(mistake(Bytes), Foreign) << Bytes.str();
}

TEST(Archive, RefusesOtherVersions) {
  std::string Bytes = encoded(severalUnits());
  std::string Longer = ("1" + FormatVersion).str();
  std::string OtherEnd = (FormatVersion.rtrim() + "\r\n").str();
  for (StringRef Version :
       {"0\n", Longer.c_str(), OtherEnd.c_str(), "", "\n"}) {
    std::string Changed = Bytes;
    Changed.replace(Magic.size(), FormatVersion.size(), Version.str());
    EXPECT_EQ(mistake(Changed), OtherVersion) << Version.str();
  }
}

TEST(Archive, RefusesTruncatedFiles) {
  std::string Bytes = encoded(severalUnits());
  for (std::size_t Size = 0; Size != Bytes.size(); ++Size)
    EXPECT_EQ(mistake(StringRef(Bytes).take_front(Size)),
              Size < Magic.size()                          ? Foreign
              : Size < Magic.size() + FormatVersion.size() ? OtherVersion
                                                           : Damaged)
        << Size;
  EXPECT_EQ(mistake(Bytes), "");
  EXPECT_EQ(mistake(Bytes + '\0'), Damaged);
  EXPECT_EQ(mistake(Bytes + Bytes), Damaged);
}

TEST(Archive, RefusesFlippedBits) {
  std::string Bytes = encoded(severalUnits());
  for (std::size_t I = 0; I != Bytes.size(); ++I)
    for (unsigned Bits : {1, 0x80, 0xff}) {
      std::string Changed = Bytes;
      Changed[I] = static_cast<char>(Changed[I] ^ Bits);
      EXPECT_NE(mistake(Changed), "") << I;
    }
}

// What follows has a right checksum.

TEST(Archive, RefusesTruncatedPayloads) {
  std::string Payload = payload(severalUnits());
  EXPECT_EQ(mistake(sealed(Payload)), "");
  for (std::size_t Size = 0; Size != Payload.size(); ++Size)
    EXPECT_EQ(mistake(sealed(StringRef(Payload).take_front(Size))), Damaged)
        << Size;
  EXPECT_EQ(mistake(sealed(Payload + '\0')), Damaged);
  EXPECT_EQ(mistake(sealed(Payload + '\xc1')), Damaged); // no MessagePack
  EXPECT_EQ(mistake(sealed(Payload + Payload)), Damaged);
}

TEST(Archive, TakesNoChangedByteForAReference) {
  std::string Payload = payload(fullUnit());
  for (std::size_t I = 0; I != Payload.size(); ++I)
    for (unsigned Byte = 0; Byte != 256; ++Byte) {
      std::string Changed = Payload;
      Changed[I] = static_cast<char>(Byte);
      std::string Said = mistake(sealed(Changed));
      ASSERT_TRUE(Said.empty() || Said == Damaged)
          << Said << " " << I << " " << Byte;
    }
}

TEST(Archive, RefusesWrongReferences) {
  const std::vector<void (*)(Unit &)> Mistakes = {
      [](Unit &U) { U.MainFile = 14; },
      [](Unit &U) { U.MainFile = UINT32_MAX; },
      [](Unit &U) { U.Directory = 14; },
      [](Unit &U) { U.Directory = UINT32_MAX; },
      [](Unit &U) { U.Texts.clear(); },
      [](Unit &U) { U.Texts[0] = "not empty"; },
      [](Unit &U) { U.Sites[1].File = 14; },
      [](Unit &U) { U.Sites[2].SourceLine = 14; },
      [](Unit &U) { U.Reasons[0].Category = 14; },
      [](Unit &U) { U.Reasons[1].Because = 14; },
      [](Unit &U) { U.Reasons[0].Instead[1].first = 14; },
      [](Unit &U) { U.Reasons[0].Instead[0].second = 14; },
      [](Unit &U) { U.Tests[0].Op = ParameterTest::Operator(7); },
      [](Unit &U) { U.Arguments[2].What = Argument::Kind(4); },
      [](Unit &U) { U.Grounds[1].Of.What = Fact(int(Fact::Uses) + 1); },
      [](Unit &U) { U.Grounds[0].Why = {2, 2}; },
      [](Unit &U) { U.Claims[0].Why = {3, 1}; },
      [](Unit &U) { U.Claims[1].What = Fact(255); },
      [](Unit &U) { U.Claims[0].AnyOf = {2, 1}; },
      [](Unit &U) { U.Claims[1].AnyOf = {1, 2}; },
      [](Unit &U) { U.Blocks[0].At = 3; },
      [](Unit &U) { U.Blocks[1].Name = 14; },
      [](Unit &U) { U.Blocks[0].How = Verb(3); },
      [](Unit &U) { U.Blocks[1].Confidence = Level(3); },
      [](Unit &U) { U.Blocks[0].Why = 2; },
      [](Unit &U) { U.Blocks[0].Unless = {2, 2}; },
      [](Unit &U) { U.Blocks[0].Unless = {UINT32_MAX, 2}; },
      [](Unit &U) { U.Calls[0].At = 3; },
      [](Unit &U) { U.Calls[1].Name = 14; },
      [](Unit &U) { U.Calls[0].How = Verb(3); },
      [](Unit &U) { U.Calls[0].What = Call::Kind(4); },
      [](Unit &U) { U.Calls[1].Arguments = {0, 4}; },
      [](Unit &U) { U.Calls[1].Unless = {0, 4}; },
      [](Unit &U) { U.Calls[1].Unless = {1, UINT32_MAX}; },
      [](Unit &U) { U.Functions[0].What = Function::Kind(5); },
      [](Unit &U) { U.Functions[0].Shown = 14; },
      [](Unit &U) { U.Functions[1].Library = 14; },
      [](Unit &U) { U.Functions[0].Blocks = {1, 2}; },
      [](Unit &U) { U.Functions[0].Calls = {2, 1}; },
      [](Unit &U) { U.Functions[0].Overrides = {3, 1}; },
      [](Unit &U) { U.Functions[0].Keeps = {2, 1}; },
      [](Unit &U) { U.Functions[0].Keeps = {UINT32_MAX, 1}; },
      [](Unit &U) { U.Functions[1].Claims = {1, 2}; },
      [](Unit &U) { U.Functions[1].Name = U.Functions[0].Name; },
      [](Unit &U) { U.Callbacks[0].Library = 14; },
      [](Unit &U) { U.Modes[1].Evidence = 14; },
      [](Unit &U) { U.ModesAsked[0].Of.Evidence = 14; },
      [](Unit &U) { U.Blocks[1].UnlessIn = {1, 2}; },
      [](Unit &U) { U.Checks[1].Name = 14; },
      [](Unit &U) { U.Checks[0].Options[0].first = 14; },
      [](Unit &U) { U.Checks[0].Options[0].second = UINT32_MAX; },
      [](Unit &U) { U.Messages[0].At = 3; },
      [](Unit &U) { U.Messages[2].At = UINT32_MAX; },
      [](Unit &U) { U.Messages[1].Text = 14; },
      [](Unit &U) { U.Fixes[0].File = 14; },
      [](Unit &U) { U.Fixes[2].Replacement = 14; },
      [](Unit &U) { U.Needs[1].Of.What = Fact(int(Fact::Uses) + 1); },
      [](Unit &U) { U.Findings[1].Check = 14; },
      [](Unit &U) { U.Findings[0].Main.At = 3; },
      [](Unit &U) { U.Findings[2].Main.At = UINT32_MAX; },
      [](Unit &U) { U.Findings[1].Main.Text = 14; },
      [](Unit &U) { U.Findings[0].Path = {2, 2}; },
      [](Unit &U) { U.Findings[2].Path = {UINT32_MAX, 2}; },
      [](Unit &U) { U.Findings[0].Notes = {0, 4}; },
      [](Unit &U) { U.Findings[1].Notes = {3, 1}; },
      [](Unit &U) { U.Findings[0].Fixes = {2, 2}; },
      [](Unit &U) { U.Findings[2].Fixes = {1, UINT32_MAX}; },
      [](Unit &U) { U.Findings[0].Needs = {1, 3}; },
      [](Unit &U) { U.Findings[1].Needs = {3, 1}; },
      [](Unit &U) { U.Findings[1].Function = 14; },
      [](Unit &U) { U.Functions[0].Within = 14; },
      [](Unit &U) { U.Comments[0].At = 3; },
      [](Unit &U) { U.Comments[1].Name = 14; },
      [](Unit &U) { U.Messages.pop_back(); },
      [](Unit &U) { U.Fixes.pop_back(); },
      [](Unit &U) { U.Needs.pop_back(); },
      [](Unit &U) { U.Sites.clear(); },
      [](Unit &U) { U.Tests.pop_back(); },
  };
  EXPECT_EQ(mistake(fullUnit()), "");
  for (std::size_t I = 0; I != Mistakes.size(); ++I) {
    Unit U = fullUnit();
    Mistakes[I](U);
    EXPECT_EQ(mistake(U), Damaged) << I;
  }
}

TEST(Archive, TakesTheLastOfEverything) {
  Unit U = fullUnit();
  U.MainFile = U.Directory = U.Sites[1].SourceLine = U.Functions[0].Shown = 13;
  U.Blocks[0].At = 2;
  U.Calls[1].Unless = {0, 3};
  U.Claims[0].AnyOf = {0, 2};
  U.Functions[0].Keeps = {1, 1};
  U.Messages[0] = U.Findings[1].Main = {2, 13};
  U.Fixes[0].File = U.Fixes[2].Replacement = U.Findings[0].Check = 13;
  U.Needs[0].Of.What = Fact::Uses;
  U.Findings[1] = {13, true, {2, 13}, {2, 1}, {0, 3}, {0, 3}, {2, 1}, 13, true};
  EXPECT_EQ(mistake(U), "");
}

TEST(Archive, DoesNotBelieveLengths) {
  const std::string Empty = payload(Unit());
  std::vector<std::size_t> Places = {0, 1}; // of units and of texts
  for (std::size_t Table = SitesOfEmpty; Table != Empty.size(); ++Table)
    Places.push_back(Table);
  ASSERT_EQ(Places.size(), 23u); // every other table of a unit
  for (uint64_t Length :
       {uint64_t(4097), uint64_t(UINT32_MAX), uint64_t(1) << 60, UINT64_MAX})
    for (std::size_t Place : Places) {
      std::string Payload = Empty.substr(0, Place);
      llvm::raw_string_ostream OS(Payload);
      llvm::msgpack::Writer(OS).write(Length);
      EXPECT_EQ(mistake(sealed(OS.str())), Damaged) << Length << " " << Place;
      OS << std::string(5000, '\0');
      EXPECT_EQ(mistake(sealed(OS.str())), Damaged) << Length << " " << Place;
    }
}

TEST(Archive, DoesNotBelieveLengthsOfTexts) {
  Unit U;
  U.Texts.push_back("found");
  const std::string Payload = payload(U);
  std::size_t Text = Payload.find("\xc4\x05"
                                  "found");
  ASSERT_NE(Text, std::string::npos);
  std::size_t Rest = Payload.size() - (Text + 2);
  ASSERT_LT(Rest, 255u);
  for (std::string Length : {std::string("\xc6\xff\xff\xff\xff"),
                             std::string("\xc4") + char(Rest + 1)}) {
    // The text is followed by the rest of the unit, and by nothing.
    for (std::size_t Size : {Rest, std::size_t(5)}) {
      std::string Changed = Payload.substr(0, Text + 2 + Size);
      Changed.replace(Text, 2, Length);
      EXPECT_EQ(mistake(sealed(Changed)), Damaged) << Size;
    }
  }
}

TEST(Archive, RefusesOtherValues) {
  std::string Payload = payload(Unit());
  ASSERT_EQ(Payload[SitesOfEmpty], 0);
  for (StringRef Value : {"\xc0", "\xc2", "\xca\x01\x01\x01\x01", "\xa0",
                          "\x90", "\x80", "\xd4\x01\x01", "\xff", "\x01"}) {
    std::string Changed = Payload;
    Changed.replace(SitesOfEmpty, 1, Value.str());
    EXPECT_EQ(mistake(sealed(Changed)), Damaged);
  }
}

TEST(Archive, NamesTheFileThatCannotBeRead) {
  auto Said = [](StringRef File) {
    return llvm::toString(readArchive(File).takeError());
  };
  EXPECT_EQ(Said("none/x.sum"),
            "cannot read 'none/x.sum': No such file or directory");
  EXPECT_EQ(Said("/"), "cannot read '/': Is a directory");
  EXPECT_EQ(Said("/dev/null"), "'/dev/null' is no summary of async-tidy");
}
