// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Archive.h"
#include "ArchiveFormat.h"
#include "llvm/BinaryFormat/MsgPackReader.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"
#include <algorithm>
#include <optional>

using namespace llvm;

namespace asynctidy::program {
namespace {

/// See members() for what it is asked. Reads values until the first mistake,
/// and zeros from then on.
class Decoder {
public:
  static constexpr bool IsReader = true;

  explicit Decoder(StringRef Payload) : In(Payload) {}

  bool isBroken() const { return Broken; }

  /// Whether there were no mistakes, and nothing is left.
  bool isWhole() {
    msgpack::Object Any;
    return !next(Any) && !Broken;
  }

  void unit(Unit &U) {
    U.Texts.clear();
    members(*this, U);
    require(!U.Texts.empty() && U.Texts.front().empty());
    require(areDistinct(U.Functions));
  }

  template <class Record>
  void table(std::vector<Record> &Table, const Unit &U) {
    uint64_t Size = get();
    // No more at once: the size may be wrong.
    Table.reserve(std::min<uint64_t>(Size, 4096));
    Before.beginTable();
    for (; Size && !Broken; --Size) {
      Before.beginRecord();
      members(*this, Table.emplace_back(), U);
    }
  }

  void number(uint32_t &Value) {
    uint32_t &Last = Before.number();
    Last = Value = after(Last, uint64_t(UINT32_MAX) + 1);
  }

  template <class Table> void index(uint32_t &Value, const Table &Of) {
    uint32_t &Last = Before.number();
    Last = Value = after(Last, Of.size());
  }

  template <class Table> void range(Range &R, const Table &Of) {
    uint64_t Count = get();
    uint32_t &LastEnd = Before.number();
    if (!Count || !require(Count <= Of.size()))
      return;
    R.Count = static_cast<uint32_t>(Count);
    R.Begin = after(LastEnd, Of.size() - Count + 1);
    LastEnd = R.Begin + R.Count;
  }

  template <class Table>
  void pairs(std::vector<std::pair<TextId, TextId>> &Pairs, const Table &Of) {
    for (uint64_t Size = get(); Size && !Broken; --Size) {
      TextId First = after(0, Of.size());
      Pairs.emplace_back(First, after(0, Of.size()));
    }
  }

  template <class Choice> void choice(Choice &Value, Choice Last) {
    uint64_t Number = get();
    if (require(Number <= static_cast<uint64_t>(Last)))
      Value = static_cast<Choice>(Number);
  }

  template <class Number> void symbol(Number &Value, uint64_t Usual = 0) {
    Value = static_cast<Number>(get() ^ Usual);
  }

  void bytes(std::string &Bytes) {
    msgpack::Object Value;
    if (require(next(Value) && Value.Kind == msgpack::Type::Binary))
      Bytes.assign(Value.Raw.data(), Value.Raw.size());
  }

  /// A negative number is one that has wrapped around.
  uint64_t get() {
    msgpack::Object Value;
    if (!require(next(Value)))
      return 0;
    if (Value.Kind == msgpack::Type::UInt)
      return Value.UInt;
    return require(Value.Kind == msgpack::Type::Int) ? Value.Int : 0;
  }

private:
  bool require(bool Holds) {
    Broken |= !Holds;
    return Holds;
  }

  bool next(msgpack::Object &Value) {
    if (Broken)
      return false;
    Expected<bool> Found = In.read(Value);
    if (Found)
      return *Found;
    consumeError(Found.takeError());
    Broken = true;
    return false;
  }

  /// A number below \p Limit that is written as its difference to \p Last.
  uint32_t after(uint32_t Last, uint64_t Limit) {
    uint64_t Value = Last + get();
    return require(Value < Limit) ? static_cast<uint32_t>(Value) : 0;
  }

  static bool areDistinct(ArrayRef<Function> Functions) {
    std::vector<Symbol> Names;
    Names.reserve(Functions.size());
    for (const Function &F : Functions)
      Names.push_back(F.Name);
    std::sort(Names.begin(), Names.end());
    return std::adjacent_find(Names.begin(), Names.end()) == Names.end();
  }

  msgpack::Reader In;
  Neighbour Before;
  bool Broken = false;
};

} // namespace

/// All units of a payload; none where it is damaged.
static std::optional<std::vector<Unit>> decode(StringRef Payload) {
  Decoder In(Payload);
  std::vector<Unit> Units;
  uint64_t Count = In.get();
  Units.reserve(std::min<uint64_t>(Count, 4096));
  for (; Count && !In.isBroken(); --Count)
    In.unit(Units.emplace_back());
  if (!In.isWhole())
    return std::nullopt;
  return Units;
}

Expected<std::vector<Unit>> decodeArchive(StringRef Bytes, StringRef Name) {
  auto Refused = [Name](const char *Why) {
    return createStringError("'" + Name + "' " + Why);
  };
  if (!Bytes.consume_front(Magic))
    return Refused("is no summary of async-tidy");
  if (!Bytes.consume_front(FormatVersion))
    return Refused(
        "was written by another version of async-tidy; make it again");
  if (Bytes.size() >= ChecksumSize) {
    StringRef Payload = Bytes.substr(ChecksumSize);
    if (support::endian::read64le(Bytes.data()) == xxh3_64bits(Payload))
      if (auto Units = decode(Payload))
        return std::move(*Units);
  }
  return Refused("is damaged; make it again");
}

Expected<std::vector<Unit>> readArchive(StringRef File) {
  // Not mapped: who else writes the file does not crash us.
  auto Bytes = MemoryBuffer::getFile(File, /*IsText=*/false,
                                     /*RequiresNullTerminator=*/false,
                                     /*IsVolatile=*/true);
  if (!Bytes)
    return createStringError("cannot read '" + File +
                             "': " + Bytes.getError().message());
  return decodeArchive((*Bytes)->getBuffer(), File);
}

} // namespace asynctidy::program
