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

/// What is wrong with \p Bytes; empty if nothing is. Says so too when what is
/// read refers to what is not there.
std::string mistake(StringRef Bytes) {
  auto Units = decodeArchive(Bytes, "x.sum");
  if (!Units)
    return toString(Units.takeError());
  for (const ArchivedUnit &U : *Units)
    if (!References(U.Facts).allHold())
      return "a unit with references to nowhere";
  return "";
}

std::string mistake(const Unit &U) {
  return mistake(encodeArchive(ArchivedUnit{U, ""}));
}

/// The archive with that payload.
std::string sealed(StringRef Payload) {
  char Checksum[ChecksumSize];
  llvm::support::endian::write64le(Checksum, llvm::xxh3_64bits(Payload));
  return (Magic + FormatVersion + StringRef(Checksum, ChecksumSize) + Payload)
      .str();
}

std::string payload(llvm::ArrayRef<ArchivedUnit> Units) {
  return encodeArchive(Units).substr(HeaderSize);
}

std::vector<ArchivedUnit> severalUnits() {
  Unit Small;
  Small.Functions.emplace_back();
  return {{fullUnit(), "found"}, {Small, ""}, {fullUnit(), std::string(1, 0)}};
}

} // namespace

TEST(Archive, KeepsEveryMember) {
  std::vector<ArchivedUnit> Units = severalUnits();
  auto Read = decodeArchive(encodeArchive(Units), "x.sum");
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  ASSERT_EQ(Read->size(), Units.size());
  for (std::size_t I = 0; I != Units.size(); ++I) {
    EXPECT_TRUE((*Read)[I].Facts == Units[I].Facts) << I;
    EXPECT_EQ((*Read)[I].Findings, Units[I].Findings);
  }
}

TEST(Archive, IsReadableWithoutUnits) {
  auto Read = decodeArchive(encodeArchive({}), "x.sum");
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  EXPECT_TRUE(Read->empty());
  EXPECT_EQ(mistake(Unit()), "");
}

TEST(Archive, HasTheSameBytesForTheSameUnits) {
  std::string Bytes = encodeArchive(severalUnits());
  EXPECT_EQ(encodeArchive(severalUnits()), Bytes);
  auto Read = decodeArchive(Bytes, "x.sum");
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  EXPECT_EQ(encodeArchive(*Read), Bytes);
  Read->pop_back();
  EXPECT_NE(encodeArchive(*Read), Bytes);
}

TEST(Archive, ForgetsWhereEmptyRangesBegin) {
  Unit U = fullUnit(), Other = U;
  Other.Functions[0].Blocks.Begin = 1;
  Other.Calls[1].Arguments.Begin = 500;
  EXPECT_EQ(encodeArchive(ArchivedUnit{Other, ""}),
            encodeArchive(ArchivedUnit{U, ""}));
}

TEST(Archive, KeepsManyRecords) {
  Unit U;
  for (unsigned I = 1; I <= 10000; ++I) {
    U.Texts.push_back(std::to_string(I));
    U.Keeps.push_back({I % 80, I});
    Function &F = U.Functions.emplace_back();
    F.Name = I;
    F.Shown = 10001 - I;
  }
  for (unsigned I = 0; I != 10000; ++I) // backwards, and overlapping
    U.Functions[I].Keeps = {9999 - I, I ? 2u : 1u};
  auto Read = decodeArchive(encodeArchive(ArchivedUnit{U, ""}), "x.sum");
  ASSERT_TRUE(bool(Read)) << toString(Read.takeError());
  EXPECT_TRUE(Read->front().Facts == U);
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
  std::string Bytes = encodeArchive(severalUnits());
  for (const char *Version : {"0\n", "12\n", "1\r\n", "2\n", "", "\n"}) {
    std::string Changed = Bytes;
    Changed.replace(Magic.size(), FormatVersion.size(), Version);
    EXPECT_EQ(mistake(Changed), OtherVersion) << Version;
  }
}

TEST(Archive, RefusesTruncatedFiles) {
  std::string Bytes = encodeArchive(severalUnits());
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
  std::string Bytes = encodeArchive(severalUnits());
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
  std::string Payload = payload(ArchivedUnit{fullUnit(), "found"});
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
      [](Unit &U) { U.FactsOf[1].What = Fact(int(Fact::Uses) + 1); },
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
      [](Unit &U) { U.Checks[1].Name = 14; },
      [](Unit &U) { U.Checks[0].Options[0].first = 14; },
      [](Unit &U) { U.Checks[0].Options[0].second = UINT32_MAX; },
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
  U.MainFile = U.Sites[1].SourceLine = U.Functions[0].Shown = 13;
  U.Blocks[0].At = 2;
  U.Calls[1].Unless = {0, 3};
  U.Claims[0].AnyOf = {0, 2};
  U.Functions[0].Keeps = {1, 1};
  EXPECT_EQ(mistake(U), "");
}

TEST(Archive, DoesNotBelieveLengths) {
  for (uint64_t Length :
       {uint64_t(4097), uint64_t(UINT32_MAX), uint64_t(1) << 60, UINT64_MAX})
    // Of units, texts and sites; of findings, after a unit with nothing else.
    for (unsigned Zeros : {0, 1, 3}) {
      std::string Payload;
      llvm::raw_string_ostream OS(Payload);
      llvm::msgpack::Writer Out(OS);
      if (Zeros)
        Out.write(uint64_t(1));
      if (Zeros == 3) {
        Out.write(uint64_t(1));
        Out.write(llvm::MemoryBufferRef("", ""));
        Out.write(uint64_t(0));
      }
      Out.write(Length);
      EXPECT_EQ(mistake(sealed(OS.str())), Damaged) << Length;
      OS << std::string(5000, '\0');
      EXPECT_EQ(mistake(sealed(OS.str())), Damaged) << Length;
    }
  std::string Payload = payload(ArchivedUnit{Unit(), "found"});
  ASSERT_TRUE(StringRef(Payload).ends_with("\xc4\x05"
                                           "found"));
  Payload.replace(Payload.size() - 7, 2, "\xc6\xff\xff\xff\xff");
  EXPECT_EQ(mistake(sealed(Payload)), Damaged);
}

TEST(Archive, RefusesOtherValues) {
  std::string Payload = payload(ArchivedUnit{Unit(), ""});
  std::size_t Sites = 5; // units, texts, a text of two bytes, the main file
  ASSERT_EQ(Payload[Sites], 0);
  for (StringRef Value : {"\xc0", "\xc2", "\xca\x01\x01\x01\x01", "\xa0",
                          "\x90", "\x80", "\xd4\x01\x01", "\xff", "\x01"}) {
    std::string Changed = Payload;
    Changed.replace(Sites, 1, Value.str());
    EXPECT_EQ(mistake(sealed(Changed)), Damaged);
  }
}
