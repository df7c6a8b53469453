// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What one compilation contributes to the knowledge about the whole program: a
// unit. Plain values without an AST, made by summary/Recorder and the driver,
// written and read by Archive, merged by Program.
//
// Records are flat: a function refers to stretches of its unit's tables, and
// all text is a number. A unit is complete in itself and relocatable: paths are
// relative to the project root, names of functions are hashes of what a linker
// would call them.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include <cstdint>
#include <string>
#include <vector>

namespace asynctidy::program {

/// Which function: the same number in every unit that declares it. Functions
/// that no other unit can name have numbers that mean something in their own
/// unit only. 0: none.
using Symbol = uint64_t;
/// What the numbers that only their own unit knows have set, and others not.
constexpr Symbol InternalBit = Symbol(1) << 63;
constexpr bool isInternal(Symbol S) { return S & InternalBit; }

/// Which program something is part of, as far as that can be told: a file with
/// a `main` is of that program and of no other. 0: of any.
using ProgramId = uint32_t;
/// Of several files, not all of one program.
constexpr ProgramId VariousPrograms = ~ProgramId(0);
constexpr ProgramId together(ProgramId A, ProgramId B) {
  return A == B ? A : VariousPrograms;
}
/// Whether what is of \p User can be linked with what is of \p Used. That of
/// various programs is taken to have what it uses in each of them, so not where
/// only one of them has it.
constexpr bool mayUse(ProgramId User, ProgramId Used) {
  return !User || !Used || User == Used || Used == VariousPrograms;
}

/// An index of Unit::Texts; 0 is the empty text.
using TextId = uint32_t;
/// An index of Unit::Sites.
using SiteId = uint32_t;

/// A stretch of one of the unit's tables.
struct Range {
  uint32_t Begin = 0, Count = 0;
};

/// A stretch of source text that may be shown. Lines and columns are 1-based,
/// columns count bytes, the end is the first place behind.
struct Site {
  TextId File = 0; ///< relative to the project root
  uint32_t Line = 0, Column = 0, EndLine = 0, EndColumn = 0;
  uint32_t Offset = 0, Length = 0; ///< in bytes, from the start of the file
  TextId SourceLine = 0;           ///< the text of Line
  bool WantedFile = true;          ///< the header filter lets it through
  bool WantedLine = true;          ///< the line filter lets it through
  /// Bit N: a NOLINT comment silences the unit's Nth linked check here.
  uint32_t Silenced = 0;
};

/// A test of what a parameter is given: `timeout == 0`, `flags & DONTWAIT`.
struct ParameterTest {
  enum Operator : uint8_t {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    HasBits
  };
  uint32_t Parameter = 0; ///< 0-based
  Operator Op = Equal;
  int64_t Value = 0; ///< a null pointer is 0; a duration counts its ticks

  bool operator==(const ParameterTest &O) const {
    return Parameter == O.Parameter && Op == O.Op && Value == O.Value;
  }
};

/// What is known of an argument. Those of which nothing is are left out.
struct Argument {
  enum Kind : uint8_t {
    Constant,  ///< Value is it
    NotNull,   ///< a pointer to something
    Parameter, ///< the caller's parameter number Value
    Callable   ///< the function whose symbol is Value
  };
  uint32_t Index = 0; ///< of the callee's parameter
  Kind What = Constant;
  uint64_t Value = 0;
};

enum class Verb : uint8_t { Call, Construct, Destroy };

/// Why something blocks: what a rule says about it. Empty for an annotation.
struct Reason {
  TextId Category = 0;
  TextId Because = 0; ///< completes "...: it <because>"
  /// What users of a library write instead: pairs of library and text. The
  /// library "any" is everybody's.
  std::vector<std::pair<TextId, TextId>> Instead;
};

/// As the rules' Confidence.
enum class Level : uint8_t { Contextual, Likely, Certain };

/// A mode in which the methods of a class use what it holds: an `evidence` of
/// the rules that they show.
struct Mode {
  Symbol Class = 0;
  TextId Evidence = 0; ///< 0: none in the methods that are here
};

/// A mode in which something does not block.
struct ModeAsked {
  Mode Of;
  bool IsOpen = false; ///< the class has methods whose bodies are not here
};

/// A call that blocks by itself.
struct Block {
  SiteId At = 0;
  TextId Name = 0; ///< of what is called, as messages say it
  Verb How = Verb::Call;
  Level Confidence = Level::Certain;
  uint32_t Why = 0; ///< an index of Unit::Reasons
  /// It waits for the executor that its own function runs on.
  bool Deadlocks = false;
  Range Unless;   ///< of Unit::Tests: any of them, proven, means it does not
  Range UnlessIn; ///< of Unit::ModesAsked: in any of them it does not
};

/// A call that leads on.
struct Call {
  enum Kind : uint8_t {
    Plain,     ///< runs the callee at once, on the caller's thread
    Virtual,   ///< as Plain; or what overrides the callee
    Elsewhere, ///< where the caller has left the event loop for good
    HandedOver ///< makes a task that is given away, see Unit::Uses
  };
  SiteId At = 0;
  TextId Name = 0; ///< of what is called, as messages say it
  Verb How = Verb::Call;
  Kind What = Plain;
  bool OnceOnly = false; ///< initializes a static
  /// Who is called; 0 where it is a parameter.
  Symbol Callee = 0;
  uint32_t CalledParameter = 0;
  Range Arguments; ///< of Unit::Arguments
  Range Unless;    ///< of Unit::Tests: any, proven, means it is not reached
};

/// A function keeps what its parameter is given in a variable that others call.
struct Keep {
  uint32_t Parameter = 0;
  Symbol Slot = 0;
};

/// What a check may want to know of a function whose body it does not see.
enum class Fact : uint8_t {
  Throws,     ///< a coroutine that can be seen to end with an exception
  TakesBound, ///< a coroutine of which only so many work at once
  MayWait,    ///< a coroutine that may wait for room for one more task
  Rethrows,   ///< called by a handler, throws what is handled on
  Uses        ///< awaits, starts, keeps or hands on the task in a parameter
};

/// Of whom a fact is said. Parameter is 0 where the fact has none.
struct FactOf {
  Symbol Function = 0;
  Fact What = Fact::Throws;
  uint32_t Parameter = 0;
};

/// Something that is said about a place; that of a site without a file has
/// none.
struct Message {
  SiteId At = 0;
  TextId Text = 0;
};

/// What may make a claim true.
struct Ground {
  FactOf Of;
  Range Why; ///< of Unit::Messages: how it leads to what is claimed
};

/// What a function's body says about one fact: it holds; or it holds if any of
/// AnyOf does; without these, it does not.
struct Claim {
  Fact What = Fact::Throws;
  uint32_t Parameter = 0;
  bool Holds = false;
  Range Why;   ///< of Unit::Messages; empty where AnyOf tells
  Range AnyOf; ///< of Unit::Grounds
};

struct Function {
  enum Kind : uint8_t {
    Ordinary,
    Coroutine, ///< an async context of its own: no caller runs its body
    OnLoop,    ///< annotated to run on the event loop
    Closed,    ///< annotated not to block: not looked into
    Slot       ///< a variable that holds callables; its calls are what it holds
  };
  Symbol Name = 0;
  /// Its template's, for instantiations; else Name.
  Symbol Pattern = 0;
  ProgramId Program = 0;
  /// Of all that follows: equal ones in several units are one function.
  uint64_t Digest = 0;
  Kind What = Ordinary;
  TextId Shown = 0;   ///< its name in messages; "lambda" for closures
  TextId Library = 0; ///< of a coroutine: whose advice fits
  /// Of what has a body: the named function that it stands in, which for all
  /// but closures is itself.
  TextId Within = 0;
  Range Blocks, Calls, Overrides, Keeps, Claims;
};

/// One place where a coroutine is made or handed over.
struct Use {
  Symbol Coroutine = 0; ///< its pattern
  Symbol Caller = 0;    ///< the pattern; 0: does not tell where it runs
  bool Offloaded = false;
};

/// A function that is given to the event loop to be called.
struct Callback {
  Symbol Function = 0; ///< its pattern
  TextId Library = 0;
};

/// A check that works on the linked program, with the options of its unit.
struct LinkedCheck {
  TextId Name = 0;
  bool IsError = false;
  std::vector<std::pair<TextId, TextId>> Options; ///< those that were given
};

/// What a finding takes for granted about a function whose body was not seen.
struct Need {
  FactOf Of;
  bool Expected = true;
  /// Whether the finding stands where the fact is not known.
  bool IfUnknown = false;
};

/// An edit of a file.
struct Fix {
  TextId File = 0;                 ///< relative to the project root
  uint32_t Offset = 0, Length = 0; ///< in bytes, of what is replaced
  TextId Replacement = 0;
};

/// What a check has found in this file alone, and wants to be known. Filters
/// have been asked.
struct Finding {
  TextId Check = 0;
  bool IsError = false;
  Message Main;
  Range Path, Notes; ///< of Unit::Messages
  Range Fixes;       ///< of Unit::Fixes
  Range Needs;       ///< of Unit::Needs: it stands where all are met
  /// The named function that it is in: what it is known by when lines move.
  TextId Function = 0;
  bool Silenced = false; ///< by a NOLINT comment
};

/// One of the names in a comment that silences findings: NOLINT(async-name).
struct Comment {
  SiteId At = 0;                        ///< of the comment
  TextId Name = 0;                      ///< of a check, or a glob
  uint32_t FirstLine = 0, LastLine = 0; ///< of what it silences
  /// Whether what is silenced there was looked for.
  bool HasRun = false;
};

struct Unit {
  TextId MainFile = 0;
  TextId Directory = 0; ///< where the compiler ran
  std::vector<std::string> Texts = {""};
  std::vector<Site> Sites;
  std::vector<Reason> Reasons;
  std::vector<Function> Functions; ///< each Name once
  std::vector<Use> Uses;
  std::vector<Callback> Callbacks;
  std::vector<Mode> Modes; ///< of the classes with methods here
  std::vector<LinkedCheck> Checks;
  std::vector<Finding> Findings;
  std::vector<Comment> Comments;
  // What functions and findings have stretches of.
  std::vector<Block> Blocks;
  std::vector<Call> Calls;
  std::vector<Symbol> Overrides; ///< the methods that a method overrides
  std::vector<Keep> Keeps;
  std::vector<Claim> Claims;
  std::vector<ParameterTest> Tests;
  std::vector<ModeAsked> ModesAsked;
  std::vector<Argument> Arguments;
  std::vector<Ground> Grounds;
  std::vector<Message> Messages;
  std::vector<Fix> Fixes;
  std::vector<Need> Needs;

  const std::string &text(TextId Id) const { return Texts[Id]; }
};

template <typename T>
llvm::ArrayRef<T> slice(const std::vector<T> &Table, Range R) {
  return llvm::ArrayRef<T>(Table).slice(R.Begin, R.Count);
}

} // namespace asynctidy::program
