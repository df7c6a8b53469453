// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A unit that uses every member of every record, and what tests ask of units.
// Says the members once more, so that what reads and writes them is not judged
// by itself.
#pragma once

#include "program/Records.h"
#include <tuple>

namespace asynctidy::program {

inline Unit fullUnit() {
  Unit U;
  U.MainFile = 1;
  U.Directory = 12;
  U.Texts = {"",
             "src/a.cpp",
             "  read(fd);",
             "read",
             "file",
             "waits",
             "asio",
             "own::read()",
             "any",
             "async-blocking-call",
             "Option",
             "value",
             std::string("\0\xff\n", 3)};
  U.Texts.push_back(std::string(300, 'x'));
  U.Sites = {{1, 12, 3, 12, 11, 240, 8, 2, false, true, 0x80000001},
             {0, 0, 0, 0, 0, 0, 0, 0, true, false, 0},
             {1, UINT32_MAX, 1, UINT32_MAX, 2, 70000, UINT32_MAX, 13}};
  U.Reasons = {{4, 5, {{6, 7}, {8, 5}}}, {}};
  U.Tests = {{0, ParameterTest::Equal, 0},
             {3, ParameterTest::HasBits, INT64_MIN},
             {1, ParameterTest::Less, INT64_MAX}};
  U.ModesAsked = {{{5, 3}, true}, {{UINT64_MAX, 13}, false}};
  U.Arguments = {{0, Argument::Constant, UINT64_MAX},
                 {2, Argument::Callable, 77},
                 {1, Argument::NotNull, 0}};
  U.Grounds = {{{5, Fact::Uses, 2}, {1, 2}},
               {{UINT64_MAX, Fact::TakesBound, 0}, {}}};
  U.Overrides = {1, 0, UINT64_MAX};
  U.Keeps = {{1, 99}, {0, 98}};
  U.Claims = {{Fact::Rethrows, 0, true, {0, 1}, {}},
              {Fact::Uses, 4, false, {}, {1, 1}}};
  U.Blocks = {{0, 3, Verb::Construct, Level::Contextual, 0, true, {1, 2}, {}},
              {2, 12, Verb::Destroy, Level::Likely, 1, false, {0, 1}, {0, 2}}};
  U.Calls = {{2, 7, Verb::Call, Call::Virtual, true, 0, 6, {0, 2}, {0, 3}},
             {1, 3, Verb::Destroy, Call::HandedOver, false, 42, 0, {}, {2, 1}}};
  U.Functions = {
      {10, 11, 5, 12, Function::Slot, 7, 6, 13, {}, {1, 1}, {}, {}, {}},
      {20,
       20,
       VariousPrograms,
       UINT64_MAX,
       Function::Coroutine,
       13,
       0,
       7,
       {0, 2},
       {0, 1},
       {1, 2},
       {0, 2},
       {0, 2}}};
  U.Uses = {{11, 20, true}, {11, 0, false}};
  U.Modes = {{5, 3}, {UINT64_MAX, 0}};
  U.Callbacks = {{20, 6}, {11, 0}};
  U.Checks = {{9, true, {{10, 11}}}, {9, false, {}}};
  U.Messages = {{2, 5}, {0, 13}, {1, 0}};
  U.Fixes = {{1, 240, 8, 7}, {12, UINT32_MAX, 70000, 13}, {0, 0, 0, 3}};
  U.Needs = {{{UINT64_MAX, Fact::Uses, 3}, false, true},
             {{20, Fact::Throws, 0}, true, false},
             {{11, Fact::Rethrows, UINT32_MAX}, false, false}};
  U.Findings = {{9, true, {2, 7}, {1, 2}, {0, 1}, {0, 2}, {1, 2}, 7, true},
                {13, false, {0, 12}, {}, {2, 1}, {}, {}, 0, true},
                {3, true, {1, 13}, {0, 3}, {}, {1, 2}, {0, 1}, 13, false}};
  U.Comments = {{2, 9, 12, 11, true}, {1, 13, 0, UINT32_MAX, false}};
  return U;
}

inline bool operator==(Range A, Range B) {
  return A.Begin == B.Begin && A.Count == B.Count;
}

inline auto tied(const Site &S) {
  return std::tie(S.File, S.Line, S.Column, S.EndLine, S.EndColumn, S.Offset,
                  S.Length, S.SourceLine, S.WantedFile, S.WantedLine,
                  S.Silenced);
}
inline auto tied(const Reason &R) {
  return std::tie(R.Category, R.Because, R.Instead);
}
inline auto tied(const ParameterTest &T) {
  return std::tie(T.Parameter, T.Op, T.Value);
}
inline auto tied(const Argument &A) {
  return std::tie(A.Index, A.What, A.Value);
}
inline auto tied(const FactOf &F) {
  return std::tie(F.Function, F.What, F.Parameter);
}
inline auto tied(const Ground &G) { return std::tie(G.Of, G.Why); }
inline auto tied(const Keep &K) { return std::tie(K.Parameter, K.Slot); }
inline auto tied(const Claim &C) {
  return std::tie(C.What, C.Parameter, C.Holds, C.Why, C.AnyOf);
}
inline auto tied(const Mode &M) { return std::tie(M.Class, M.Evidence); }
inline auto tied(const ModeAsked &A) { return std::tie(A.Of, A.IsOpen); }
inline auto tied(const Block &B) {
  return std::tie(B.At, B.Name, B.How, B.Confidence, B.Why, B.Deadlocks,
                  B.Unless, B.UnlessIn);
}
inline auto tied(const Call &C) {
  return std::tie(C.At, C.Name, C.How, C.What, C.OnceOnly, C.Callee,
                  C.CalledParameter, C.Arguments, C.Unless);
}
inline auto tied(const Function &F) {
  return std::tie(F.Name, F.Pattern, F.Digest, F.What, F.Shown, F.Library,
                  F.Within, F.Blocks, F.Calls, F.Overrides, F.Keeps, F.Claims);
}
inline auto tied(const Use &U) {
  return std::tie(U.Coroutine, U.Caller, U.Offloaded);
}
inline auto tied(const Callback &C) { return std::tie(C.Function, C.Library); }
inline auto tied(const LinkedCheck &C) {
  return std::tie(C.Name, C.IsError, C.Options);
}
inline auto tied(const Need &N) {
  return std::tie(N.Of, N.Expected, N.IfUnknown);
}
inline auto tied(const Message &M) { return std::tie(M.At, M.Text); }
inline auto tied(const Fix &F) {
  return std::tie(F.File, F.Offset, F.Length, F.Replacement);
}
inline auto tied(const Finding &F) {
  return std::tie(F.Check, F.IsError, F.Main, F.Path, F.Notes, F.Fixes, F.Needs,
                  F.Function, F.Silenced);
}

inline auto tied(const Comment &C) {
  return std::tie(C.At, C.Name, C.FirstLine, C.LastLine, C.HasRun);
}

template <class Record>
auto operator==(const Record &A, const Record &B)
    -> decltype(tied(A) == tied(B)) {
  return tied(A) == tied(B);
}

inline bool operator==(const Unit &A, const Unit &B) {
  return A.MainFile == B.MainFile && A.Directory == B.Directory &&
         A.Texts == B.Texts && A.Sites == B.Sites && A.Reasons == B.Reasons &&
         A.Functions == B.Functions && A.Uses == B.Uses &&
         A.Callbacks == B.Callbacks && A.Checks == B.Checks &&
         A.Findings == B.Findings && A.Comments == B.Comments &&
         A.Blocks == B.Blocks && A.Calls == B.Calls &&
         A.Overrides == B.Overrides && A.Keeps == B.Keeps &&
         A.Claims == B.Claims && A.Tests == B.Tests &&
         A.Arguments == B.Arguments && A.Modes == B.Modes &&
         A.ModesAsked == B.ModesAsked && A.Grounds == B.Grounds &&
         A.Messages == B.Messages && A.Fixes == B.Fixes && A.Needs == B.Needs;
}

/// Whether all that a unit refers to is there.
class References {
public:
  explicit References(const Unit &U) : U(U) {}

  bool allHold() {
    text(U.MainFile), text(U.Directory);
    for (const Site &S : U.Sites)
      text(S.File), text(S.SourceLine);
    for (const Reason &R : U.Reasons)
      text(R.Category), text(R.Because), texts(R.Instead);
    for (const Block &B : U.Blocks) {
      Hold &= B.At < U.Sites.size() && B.Why < U.Reasons.size();
      text(B.Name), range(B.Unless, U.Tests);
      range(B.UnlessIn, U.ModesAsked);
    }
    for (const Call &C : U.Calls) {
      Hold &= C.At < U.Sites.size();
      text(C.Name), range(C.Arguments, U.Arguments), range(C.Unless, U.Tests);
    }
    for (const Claim &C : U.Claims)
      range(C.Why, U.Messages), range(C.AnyOf, U.Grounds);
    for (const Ground &G : U.Grounds)
      range(G.Why, U.Messages);
    for (const Function &F : U.Functions) {
      text(F.Shown), text(F.Library), text(F.Within);
      range(F.Blocks, U.Blocks), range(F.Calls, U.Calls);
      range(F.Overrides, U.Overrides), range(F.Keeps, U.Keeps);
      range(F.Claims, U.Claims);
    }
    for (const Mode &M : U.Modes)
      text(M.Evidence);
    for (const ModeAsked &A : U.ModesAsked)
      text(A.Of.Evidence);
    for (const Callback &C : U.Callbacks)
      text(C.Library);
    for (const LinkedCheck &C : U.Checks)
      text(C.Name), texts(C.Options);
    for (const Message &M : U.Messages)
      message(M);
    for (const Fix &F : U.Fixes)
      text(F.File), text(F.Replacement);
    for (const Finding &F : U.Findings) {
      text(F.Check), text(F.Function), message(F.Main);
      range(F.Path, U.Messages), range(F.Notes, U.Messages);
      range(F.Fixes, U.Fixes), range(F.Needs, U.Needs);
    }
    for (const Comment &C : U.Comments) {
      Hold &= C.At < U.Sites.size();
      text(C.Name);
    }
    return Hold;
  }

private:
  void text(TextId Id) { Hold &= Id < U.Texts.size(); }
  void texts(llvm::ArrayRef<std::pair<TextId, TextId>> Pairs) {
    for (auto [First, Second] : Pairs)
      text(First), text(Second);
  }
  void message(const Message &M) {
    Hold &= M.At < U.Sites.size();
    text(M.Text);
  }
  template <class Record>
  void range(Range R, const std::vector<Record> &Table) {
    Hold &= uint64_t(R.Begin) + R.Count <= Table.size();
  }

  const Unit &U;
  bool Hold = true;
};

} // namespace asynctidy::program
