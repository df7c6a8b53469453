// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a rule file says, as values. The reader (RuleReader.h) makes them from
// YAML, the catalogue (Catalogue.h) finds the ones that fit a declaration.
// docs/rules.md explains the same to users.
#pragma once

#include "llvm/ADT/StringRef.h"
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace asynctidy {

/// What a declaration can be, to this tool. One list of entries per role in a
/// rule file; RuleSchema.h has the spelling and the keys of each.
enum class Role {
  Blocks,       ///< a call that blocks the calling thread
  Bridge,       ///< blocks the thread until asynchronous work is done
  Task,         ///< a class with a coroutine promise of its own
  Spawn,        ///< starts work and returns at once
  Detach,       ///< gives a handle or its errors away
  Scope,        ///< owns spawned tasks and is joined
  Gather,       ///< awaits several tasks at once
  Race,         ///< awaits the first of several tasks
  Offload,      ///< hands its callable to a thread where blocking is fine
  RunsOnLoop,   ///< hands its callable to the event loop
  Invokes,      ///< calls its callable before it returns
  Binds,        ///< returns a callable that calls its callable when called
  Constructs,   ///< constructs an object of a type it is given
  Switch,       ///< awaiting it moves the coroutine to another executor
  Sleep,        ///< the library's asynchronous sleep
  Timeout,      ///< bounds the time of an operation
  Yield,        ///< gives other coroutines a turn
  Lock,         ///< a lock type, synchronous or asynchronous
  Permit,       ///< a semaphore-like type, synchronous or asynchronous
  Bound,        ///< awaiting it bounds how much runs at once
  Cancellation, ///< part of how the library says "stop"
  Channel,      ///< a queue between tasks
  Accept,       ///< gives the next connection of a server
  Immediate,    ///< awaiting it never suspends
  View,         ///< a class that refers to what it does not own
  ThreadId,     ///< says which thread this is
  Insulates,    ///< known to be short: what it calls is not looked at
  Poll,         ///< tells, without waiting, whether a result is ready
  LoopTest,     ///< tells whether this thread runs the loop
  ExecutorOf,   ///< gives the executor of its receiver, or the coroutine's own
  Evidence,     ///< constants and calls that show a mode of use
  Remedy,       ///< what this library's users write instead
};

/// 0-based argument, or one of the special subjects.
struct Subject {
  enum Kind { Argument, LastArgument, Receiver, Result, Function } What;
  unsigned Index = 0; ///< for Argument
};

/// A fact about one call that can be proven or not.
struct Condition {
  enum Test {
    Equals,       ///< an integer, or a constant's name, of Values
    HasFlag,      ///< the bits of all of one of Values are set
    ZeroDuration, ///< a duration that is provably zero or negative
    Null,         ///< a null pointer
    Type,         ///< the static type is one of Values, or derived from one
    MentionsType, ///< as Type, or has such a template argument, at any depth
    Names,        ///< refers to the variable or function of that name
    From,         ///< was made by a call of one of Values
    Discarded,    ///< (result) nobody looks at it
    Called,       ///< (receiver) the function calls a method of that name on it
    Ready,        ///< (receiver) a poll proved it ready on every path to here
    Evidence,     ///< (function) the enclosing function shows that evidence
  } What;
  Subject On;
  /// The names or numbers of the test, as written, names made absolute.
  std::vector<std::string> Values;
};

/// Tells overloads apart. Fits when the parameter's type, without reference
/// and cv, is one of Types or a specialisation of one; empty fits anything.
struct ParameterPattern {
  std::vector<std::string> Types;
};

enum class Confidence { Contextual, Likely, Certain };

struct RulePack;

/// One entry of a rule file. The fields that a role does not have stay empty.
struct RuleEntry {
  const RulePack *Pack = nullptr;
  Role EntryRole = Role::Blocks;
  unsigned Line = 0, Column = 0; ///< of the entry in its file, 1-based

  // Which declarations it is about. Names are absolute, with "::" between the
  // parts and none in front; every namespace of the pack has been tried.
  std::vector<std::string> Functions;
  std::vector<std::string> Types;
  /// All that is declared in these, at any depth.
  std::vector<std::string> Namespaces;
  std::vector<ParameterPattern> Parameters;
  unsigned MinArguments = 0; ///< written ones, defaults not counted
  bool Subclasses = false;   ///< also methods that override it
  /// Any of these, proven, means that the entry does not apply.
  std::vector<Condition> Unless;
  /// The entry applies only where all of these are proven.
  std::vector<Condition> OnlyIf;

  // What a report says.
  std::string Category;
  Confidence EntryConfidence = Confidence::Certain;
  std::string Because; ///< completes "...: it <because>"
  std::string Remedy;  ///< key of a remedy
  /// Library (or "any") and text; wins over the remedy.
  std::vector<std::pair<std::string, std::string>> Instead;

  // Facts of single roles; each key is described in RuleSchema.cpp.
  std::string Start;               ///< tasks: lazy, eager, synchronous
  std::string OnDrop;              ///< tasks, spawns, scopes
  std::string Resumes;             ///< tasks: on which thread
  std::string Handle;              ///< spawns: what is returned
  std::string CallableLives;       ///< spawns, invokes, runs-on-loop
  std::string Join;                ///< scopes: how it is joined
  std::string Kind;                ///< locks, permits, cancellations, channels
  std::string To;                  ///< switches: pool, loop
  std::string Lasts;               ///< switches: until-switch, next-suspension
  std::string Ready;               ///< polls: the value that means ready
  std::string Name;                ///< evidence, remedies
  std::string Scope;               ///< evidence: function (or empty), file
  std::optional<Subject> Callable; ///< offloads, runs-on-loop, invokes, binds,
                                   ///< spawns: the callable or task
  std::optional<Subject> Executor; ///< spawns, bridges, switches
  std::optional<Subject> Range;    ///< gathers, invokes: the callable is called
                                   ///< for each element of it
  std::optional<unsigned> TemplateArgument; ///< constructs: which is the type
  std::optional<unsigned> FirstArgument;    ///< constructs: first one passed on
  std::vector<std::string> Constants;       ///< evidence: macros, enumerators
  std::vector<std::string> CarriedBy;       ///< cancellations: tokens
  std::vector<std::string> Send, Receive;   ///< channels: method names
  bool AllArguments = false;                ///< callable: all of them
  bool Windowed = false; ///< gathers: at most so many at once
  bool FailFast = false; ///< gathers: the first error ends it
  bool Settled = false;  ///< gathers: gives what each one ended with
  std::optional<bool> CancelsLosers; ///< races, gathers; nothing: not known
  std::optional<bool> Bounded;       ///< channels; nothing: not known
  std::optional<unsigned> Limit; ///< channels: the constructor's argument that
                                 ///< says how many; none: any number
  bool DropsResult = false;      ///< invokes: nobody sees what it returns
  bool Guard = false;            ///< locks: it holds one while it lives
  bool Dispatches = false;       ///< spawns: on the loop, it starts at once
  bool Sticky = false;           ///< cancellations: every later await throws it
};

/// One rule file.
struct RulePack {
  /// A library whose rules are not to be used, and where that is said.
  struct Disabled {
    std::string Library;
    unsigned Line = 0, Column = 0;
  };

  std::string File;      ///< as named by the user, or "<built-in>/asio.yaml"
  std::string Library;   ///< "asio"
  std::string Seen;      ///< versions the facts were read from
  bool LinkageC = false; ///< names are C functions, never a user's own
  std::vector<std::string> Namespaces;
  std::vector<Disabled> Disables;
  std::vector<RuleEntry> Entries;
};

/// What the name of an embedded rule file begins with.
constexpr llvm::StringLiteral BuiltInFolder = "<built-in>/";
inline bool isBuiltIn(const RulePack &Pack) {
  return llvm::StringRef(Pack.File).starts_with(BuiltInFolder);
}

} // namespace asynctidy
