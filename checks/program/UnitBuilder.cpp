// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "UnitBuilder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"
#include <algorithm>
#include <tuple>

namespace asynctidy::program {

UnitBuilder::UnitBuilder(Unit Begun, llvm::StringRef Root)
    : Result(std::move(Begun)), Root(Root.str()) {
  for (auto [Id, Text] : llvm::enumerate(Result.Texts))
    TextIds.try_emplace(Text, Id);
}

TextId UnitBuilder::text(llvm::StringRef Text) {
  if (Text.empty())
    return 0;
  auto [Known, IsNew] = TextIds.try_emplace(Text, Result.Texts.size());
  if (IsNew)
    Result.Texts.push_back(Text.str());
  return Known->second;
}

static std::string withoutLinks(llvm::StringRef Path) {
  llvm::SmallString<256> Real;
  return (llvm::sys::fs::real_path(Path, Real) ? Path : Real.str()).str();
}

/// The way from \p Root to \p File, up first where it has to.
static std::string wayTo(llvm::StringRef File, llvm::StringRef Root) {
  namespace path = llvm::sys::path;
  auto At = path::begin(File), End = path::end(File);
  auto RootAt = path::begin(Root), RootEnd = path::end(Root);
  while (At != End && RootAt != RootEnd && *At == *RootAt)
    ++At, ++RootAt;
  llvm::SmallString<256> Result;
  for (; RootAt != RootEnd; ++RootAt)
    path::append(Result, "..");
  for (; At != End; ++At)
    path::append(Result, *At);
  return Result.str().str();
}

static bool leadsOut(llvm::StringRef Way) {
  return *llvm::sys::path::begin(Way) == "..";
}

std::string UnitBuilder::relative(llvm::StringRef File) {
  if (File.empty())
    return "";
  auto [Known, IsNew] = Ways.try_emplace(File);
  if (!IsNew)
    return Known->second;
  std::string Way = wayTo(File, Root);
  // The same folder may be named through a link here and without it there.
  if (leadsOut(Way))
    if (std::string Real = wayTo(withoutLinks(File), withoutLinks(Root));
        !leadsOut(Real))
      Way = std::move(Real);
  return Known->second = std::move(Way);
}

SiteId UnitBuilder::site(const SourcePlace &Where) {
  Site S;
  S.File = Where.File.empty() ? 0 : text(relative(Where.File));
  S.Line = Where.Line;
  S.Column = Where.Column;
  S.EndLine = Where.EndLine;
  S.EndColumn = Where.EndColumn;
  S.Offset = Where.Offset;
  S.Length = Where.Length;
  S.SourceLine = text(Where.SourceLine);
  Result.Sites.push_back(S);
  return Result.Sites.size() - 1;
}

namespace {

/// Hashes what a function says, wherever its unit keeps it.
class Digester {
public:
  explicit Digester(const Unit &U) : U(U) {}

  uint64_t digest(const Function &F);

private:
  void number(uint64_t N) {
    Bytes.append(reinterpret_cast<const char *>(&N), sizeof(N));
  }
  void text(TextId Id) {
    number(U.text(Id).size());
    Bytes += U.text(Id);
  }
  void site(SiteId Id);
  void tests(Range R);
  void messages(Range R);
  void add(const Block &B);
  void add(const Call &C);
  void add(const Keep &K);
  void add(const Claim &C);
  template <typename T> void all(const std::vector<T> &Table, Range R) {
    number(R.Count);
    for (const T &Each : slice(Table, R))
      add(Each);
  }

  const Unit &U;
  std::string Bytes;
};

} // namespace

void Digester::site(SiteId Id) {
  const Site &S = U.Sites[Id];
  text(S.File);
  number(S.Line);
  number(S.Column);
}

void Digester::tests(Range R) {
  number(R.Count);
  for (const ParameterTest &T : slice(U.Tests, R)) {
    number(T.Parameter);
    number(T.Op);
    number(T.Value);
  }
}

void Digester::messages(Range R) {
  number(R.Count);
  for (const Message &M : slice(U.Messages, R)) {
    site(M.At);
    text(M.Text);
  }
}

void Digester::add(const Block &B) {
  site(B.At);
  text(B.Name);
  number(static_cast<uint64_t>(B.How));
  number(static_cast<uint64_t>(B.Confidence));
  text(U.Reasons[B.Why].Because);
  number(B.Deadlocks);
  tests(B.Unless);
  number(B.UnlessIn.Count);
  for (const ModeAsked &A : slice(U.ModesAsked, B.UnlessIn)) {
    number(A.Of.Class);
    text(A.Of.Evidence);
    number(A.IsOpen);
  }
}

void Digester::add(const Call &C) {
  site(C.At);
  text(C.Name);
  number(static_cast<uint64_t>(C.How));
  number(C.What);
  number(C.OnceOnly);
  number(C.Callee);
  number(C.CalledParameter);
  number(C.Arguments.Count);
  for (const Argument &A : slice(U.Arguments, C.Arguments)) {
    number(A.Index);
    number(A.What);
    number(A.Value);
  }
  tests(C.Unless);
}

void Digester::add(const Keep &K) {
  number(K.Parameter);
  number(K.Slot);
}

void Digester::add(const Claim &C) {
  number(static_cast<uint64_t>(C.What));
  number(C.Parameter);
  number(C.Holds);
  messages(C.Why);
  number(C.AnyOf.Count);
  for (const Ground &G : slice(U.Grounds, C.AnyOf)) {
    number(G.Of.Function);
    number(static_cast<uint64_t>(G.Of.What));
    number(G.Of.Parameter);
    messages(G.Why);
  }
}

uint64_t Digester::digest(const Function &F) {
  Bytes.clear();
  number(F.What);
  text(F.Shown);
  text(F.Library);
  text(F.Within);
  all(U.Blocks, F.Blocks);
  all(U.Calls, F.Calls);
  all(U.Keeps, F.Keeps);
  all(U.Claims, F.Claims);
  number(F.Overrides.Count);
  for (Symbol Base : slice(U.Overrides, F.Overrides))
    number(Base);
  return llvm::xxh3_64bits(Bytes);
}

Unit UnitBuilder::finish() {
  Digester Digests(Result);
  for (Function &F : Result.Functions)
    F.Digest = Digests.digest(F);
  llvm::sort(Result.Functions, [](const Function &A, const Function &B) {
    return std::tie(A.Name, A.Digest) < std::tie(B.Name, B.Digest);
  });
  // Readers rely on names: where two are the same by chance, one has to do.
  Result.Functions.erase(std::unique(Result.Functions.begin(),
                                     Result.Functions.end(),
                                     [](const Function &A, const Function &B) {
                                       return A.Name == B.Name;
                                     }),
                         Result.Functions.end());
  return std::move(Result);
}

} // namespace asynctidy::program
