// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Archive.h"
#include "ArchiveFormat.h"
#include "llvm/BinaryFormat/MsgPackWriter.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace asynctidy::program {
namespace {

/// See members() for what it is asked.
class Encoder {
public:
  static constexpr bool IsReader = false;

  explicit Encoder(raw_ostream &OS) : Out(OS) {}

  void unit(const Unit &U) { members(*this, U); }

  template <class Record>
  void table(const std::vector<Record> &Table, const Unit &U) {
    put(Table.size());
    Before.beginTable();
    for (const Record &R : Table) {
      Before.beginRecord();
      members(*this, R, U);
    }
  }

  void number(uint32_t Value) {
    uint32_t &Last = Before.number();
    Out.write(int64_t(Value) - int64_t(Last));
    Last = Value;
  }

  template <class Table> void index(uint32_t Value, const Table &) {
    number(Value);
  }

  /// Tables are mostly filled in the order of what refers to them: a range
  /// begins where the last one ended. An empty one begins nowhere.
  template <class Table> void range(Range R, const Table &) {
    put(R.Count);
    uint32_t &LastEnd = Before.number();
    if (!R.Count)
      return;
    Out.write(int64_t(R.Begin) - int64_t(LastEnd));
    LastEnd = R.Begin + R.Count;
  }

  template <class Table>
  void pairs(ArrayRef<std::pair<TextId, TextId>> Pairs, const Table &) {
    put(Pairs.size());
    for (auto [First, Second] : Pairs)
      put(First), put(Second);
  }

  template <class Choice> void choice(Choice Value, Choice) {
    put(static_cast<uint64_t>(Value));
  }

  void symbol(uint64_t Value, uint64_t Usual = 0) { put(Value ^ Usual); }

  /// Not as text: nobody knows their encoding.
  void bytes(StringRef Bytes) { Out.write(MemoryBufferRef(Bytes, "")); }

  void put(uint64_t Value) { Out.write(Value); }

private:
  msgpack::Writer Out;
  Neighbour Before;
};

} // namespace

std::string encodeArchive(ArrayRef<const Unit *> Units) {
  std::string Bytes = (Magic + FormatVersion).str();
  std::size_t Checksum = Bytes.size(), Payload = Checksum + ChecksumSize;
  Bytes.resize(Payload);
  raw_string_ostream OS(Bytes);
  Encoder Out(OS);
  Out.put(Units.size());
  for (const Unit *U : Units)
    Out.unit(*U);
  OS.flush();
  support::endian::write64le(&Bytes[Checksum],
                             xxh3_64bits(StringRef(Bytes).substr(Payload)));
  return Bytes;
}

} // namespace asynctidy::program
