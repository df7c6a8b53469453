// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How an archive is laid out, for its writer and its reader only.
//
// After a line that says what it is come the checksum of the rest, in eight
// bytes from the lowest, and the rest: MessagePack values one after the other,
// none nested. A list is its length and then its items, a record its members in
// the order of members(). Numbers, which are mostly places and indices, are
// differences to the record before; so most fit into one byte.
#pragma once

#include "Records.h"
#include "llvm/ADT/StringRef.h"
#include <array>
#include <cassert>
#include <type_traits>

namespace asynctidy::program {

/// What the first line begins with; the rest of it is the version.
constexpr llvm::StringLiteral Magic = "async-tidy summary ";
/// To be counted up when Records.h or this file changes.
constexpr llvm::StringLiteral FormatVersion = "3\n";
constexpr std::size_t ChecksumSize = sizeof(uint64_t);

/// The numbers of the record before, by their order in the record; those of a
/// record inside it are among them.
class Neighbour {
public:
  void beginTable() {
    Numbers.fill(0);
    Next = 0;
  }
  void beginRecord() { Next = 0; }
  uint32_t &number() {
    assert(Next < Numbers.size() && "a record with more numbers");
    return Numbers[Next++];
  }

private:
  std::array<uint32_t, 16> Numbers = {};
  unsigned Next = 0;
};

/// What a visitor is shown: a reader may change it.
template <class Visitor, class Record>
using Shown = std::conditional_t<Visitor::IsReader, Record, const Record>;

// The members of each record, once for both directions, so that they cannot
// differ. All are named first, so that a new one does not compile unseen. A
// visitor has for
//   number  what refers to nothing
//   index   an index of the table that is given
//   range   a range of it
//   pairs   pairs of its indices
//   choice  an enumeration, with its last enumerator
//   symbol  a hash, or any 64 bits; with what it often equals

template <class V>
void members(V &Visit, Shown<V, std::string> &Text, const Unit &) {
  Visit.bytes(Text);
}

template <class V>
void members(V &Visit, Shown<V, Symbol> &Name, const Unit &) {
  Visit.symbol(Name);
}

template <class V>
void members(V &Visit, Shown<V, Site> &Record, const Unit &U) {
  auto &[File, Line, Column, EndLine, EndColumn, Offset, Length, SourceLine,
         WantedFile, WantedLine, Silenced] = Record;
  Visit.index(File, U.Texts);
  Visit.number(Line), Visit.number(Column);
  Visit.number(EndLine), Visit.number(EndColumn);
  Visit.number(Offset), Visit.number(Length);
  Visit.index(SourceLine, U.Texts);
  Visit.choice(WantedFile, true), Visit.choice(WantedLine, true);
  Visit.number(Silenced);
}

template <class V>
void members(V &Visit, Shown<V, Reason> &Record, const Unit &U) {
  auto &[Category, Because, Instead] = Record;
  Visit.index(Category, U.Texts), Visit.index(Because, U.Texts);
  Visit.pairs(Instead, U.Texts);
}

template <class V>
void members(V &Visit, Shown<V, ParameterTest> &Record, const Unit &) {
  auto &[Parameter, Op, Value] = Record;
  Visit.number(Parameter);
  Visit.choice(Op, ParameterTest::HasBits);
  Visit.symbol(Value);
}

template <class V>
void members(V &Visit, Shown<V, Argument> &Record, const Unit &) {
  auto &[Index, What, Value] = Record;
  Visit.number(Index);
  Visit.choice(What, Argument::Callable);
  Visit.symbol(Value);
}

template <class V>
void members(V &Visit, Shown<V, FactOf> &Record, const Unit &) {
  auto &[Function, What, Parameter] = Record;
  Visit.symbol(Function);
  Visit.choice(What, Fact::Uses);
  Visit.number(Parameter);
}

template <class V>
void members(V &Visit, Shown<V, Message> &Record, const Unit &U) {
  auto &[At, Text] = Record;
  Visit.index(At, U.Sites), Visit.index(Text, U.Texts);
}

template <class V>
void members(V &Visit, Shown<V, Ground> &Record, const Unit &U) {
  auto &[Of, Why] = Record;
  members(Visit, Of, U);
  Visit.range(Why, U.Messages);
}

template <class V>
void members(V &Visit, Shown<V, Keep> &Record, const Unit &) {
  auto &[Parameter, Slot] = Record;
  Visit.number(Parameter);
  Visit.symbol(Slot);
}

template <class V>
void members(V &Visit, Shown<V, Claim> &Record, const Unit &U) {
  auto &[What, Parameter, Holds, Why, AnyOf] = Record;
  Visit.choice(What, Fact::Uses);
  Visit.number(Parameter);
  Visit.choice(Holds, true);
  Visit.range(Why, U.Messages), Visit.range(AnyOf, U.Grounds);
}

template <class V>
void members(V &Visit, Shown<V, Mode> &Record, const Unit &U) {
  auto &[Class, Evidence] = Record;
  Visit.symbol(Class);
  Visit.index(Evidence, U.Texts);
}

template <class V>
void members(V &Visit, Shown<V, ModeAsked> &Record, const Unit &U) {
  auto &[Of, IsOpen] = Record;
  members(Visit, Of, U);
  Visit.choice(IsOpen, true);
}

template <class V>
void members(V &Visit, Shown<V, Block> &Record, const Unit &U) {
  auto &[At, Name, How, Confidence, Why, Deadlocks, Unless, UnlessIn] = Record;
  Visit.index(At, U.Sites), Visit.index(Name, U.Texts);
  Visit.choice(How, Verb::Destroy), Visit.choice(Confidence, Level::Certain);
  Visit.index(Why, U.Reasons);
  Visit.choice(Deadlocks, true);
  Visit.range(Unless, U.Tests), Visit.range(UnlessIn, U.ModesAsked);
}

template <class V>
void members(V &Visit, Shown<V, Call> &Record, const Unit &U) {
  auto &[At, Name, How, What, OnceOnly, Callee, CalledParameter, Arguments,
         Unless] = Record;
  Visit.index(At, U.Sites), Visit.index(Name, U.Texts);
  Visit.choice(How, Verb::Destroy), Visit.choice(What, Call::HandedOver);
  Visit.choice(OnceOnly, true);
  Visit.symbol(Callee);
  Visit.number(CalledParameter);
  Visit.range(Arguments, U.Arguments), Visit.range(Unless, U.Tests);
}

template <class V>
void members(V &Visit, Shown<V, Function> &Record, const Unit &U) {
  auto &[Name, Pattern, Program, Digest, What, ShownName, Library, Within,
         Blocks, Calls, Overrides, Keeps, Claims] = Record;
  Visit.symbol(Name), Visit.symbol(Pattern, Name), Visit.symbol(Digest);
  Visit.number(Program);
  Visit.choice(What, Function::Slot);
  Visit.index(ShownName, U.Texts), Visit.index(Library, U.Texts);
  Visit.index(Within, U.Texts);
  Visit.range(Blocks, U.Blocks), Visit.range(Calls, U.Calls);
  Visit.range(Overrides, U.Overrides), Visit.range(Keeps, U.Keeps);
  Visit.range(Claims, U.Claims);
}

template <class V> void members(V &Visit, Shown<V, Use> &Record, const Unit &) {
  auto &[Coroutine, Caller, Offloaded] = Record;
  Visit.symbol(Coroutine), Visit.symbol(Caller);
  Visit.choice(Offloaded, true);
}

template <class V>
void members(V &Visit, Shown<V, Callback> &Record, const Unit &U) {
  auto &[Function, Library] = Record;
  Visit.symbol(Function);
  Visit.index(Library, U.Texts);
}

template <class V>
void members(V &Visit, Shown<V, LinkedCheck> &Record, const Unit &U) {
  auto &[Name, IsError, Options] = Record;
  Visit.index(Name, U.Texts);
  Visit.choice(IsError, true);
  Visit.pairs(Options, U.Texts);
}

template <class V>
void members(V &Visit, Shown<V, Need> &Record, const Unit &U) {
  auto &[Of, Expected, IfUnknown] = Record;
  members(Visit, Of, U);
  Visit.choice(Expected, true), Visit.choice(IfUnknown, true);
}

template <class V>
void members(V &Visit, Shown<V, Fix> &Record, const Unit &U) {
  auto &[File, Offset, Length, Replacement] = Record;
  Visit.index(File, U.Texts);
  Visit.number(Offset), Visit.number(Length);
  Visit.index(Replacement, U.Texts);
}

template <class V>
void members(V &Visit, Shown<V, Finding> &Record, const Unit &U) {
  auto &[Check, IsError, Main, Path, Notes, Fixes, Needs, Function, Silenced] =
      Record;
  Visit.index(Check, U.Texts), Visit.choice(IsError, true);
  members(Visit, Main, U);
  Visit.range(Path, U.Messages), Visit.range(Notes, U.Messages);
  Visit.range(Fixes, U.Fixes), Visit.range(Needs, U.Needs);
  Visit.index(Function, U.Texts), Visit.choice(Silenced, true);
}

template <class V>
void members(V &Visit, Shown<V, Comment> &Record, const Unit &U) {
  auto &[At, Name, FirstLine, LastLine, HasRun] = Record;
  Visit.index(At, U.Sites), Visit.index(Name, U.Texts);
  Visit.number(FirstLine), Visit.number(LastLine);
  Visit.choice(HasRun, true);
}

/// All of a unit. Tables come before those that refer to them: a reader knows
/// their sizes.
template <class V> void members(V &Visit, Shown<V, Unit> &U) {
  auto &[MainFile, Directory, Texts, Sites, Reasons, Functions, Uses, Callbacks,
         Modes, Checks, Findings, Comments, Blocks, Calls, Overrides, Keeps,
         Claims, Tests, ModesAsked, Arguments, Grounds, Messages, Fixes,
         Needs] = U;
  Visit.table(Texts, U);
  Visit.index(MainFile, U.Texts), Visit.index(Directory, U.Texts);
  Visit.table(Sites, U), Visit.table(Reasons, U);
  Visit.table(Tests, U), Visit.table(Arguments, U);
  Visit.table(Modes, U), Visit.table(ModesAsked, U);
  Visit.table(Messages, U), Visit.table(Grounds, U);
  Visit.table(Blocks, U), Visit.table(Calls, U), Visit.table(Overrides, U);
  Visit.table(Keeps, U), Visit.table(Claims, U), Visit.table(Functions, U);
  Visit.table(Uses, U), Visit.table(Callbacks, U), Visit.table(Checks, U);
  Visit.table(Fixes, U), Visit.table(Needs, U);
  Visit.table(Findings, U), Visit.table(Comments, U);
}

} // namespace asynctidy::program
