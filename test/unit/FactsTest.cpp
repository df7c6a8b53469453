// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Facts
#include "program/Facts.h"
#include "Parsed.h"
#include "program/UnitBuilder.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace asynctidy::program;

namespace {

constexpr Symbol A = 10, B = 20, C = 30, D = 40, E = 50;

/// A unit with functions that claim to throw, or that they do if others do.
class Made {
public:
  explicit Made(llvm::StringRef Name) : Builder("/p") {
    Builder.Result.MainFile = Builder.text(Name);
  }

  Made &claim(Symbol Name, bool Holds, std::vector<Ground> AnyOf = {},
              Fact What = Fact::Throws, uint32_t Parameter = 0) {
    Claim Said{What, Parameter, Holds, {}, {}};
    if (Holds)
      Said.Why = why("in " + std::to_string(Name));
    Said.AnyOf = UnitBuilder::add<Ground>(Builder.Result.Grounds, AnyOf);
    return add(Name, {Said});
  }
  Made &ifAny(Symbol Name, std::vector<Symbol> Others) {
    std::vector<Ground> AnyOf;
    for (Symbol Other : Others)
      AnyOf.push_back(
          {{Other, Fact::Throws, 0},
           why(std::to_string(Name) + " by " + std::to_string(Other))});
    return claim(Name, false, AnyOf);
  }
  Made &bare(Symbol Name) { return add(Name, {}); }

  Unit unit() { return Builder.finish(); }

private:
  Range why(llvm::StringRef Text) {
    Message Why{Builder.site({}), Builder.text(Text)};
    return UnitBuilder::add<Message>(Builder.Result.Messages, Why);
  }
  Made &add(Symbol Name, std::vector<Claim> Claims) {
    Function F;
    F.Name = F.Pattern = Name;
    F.Claims = UnitBuilder::add<Claim>(Builder.Result.Claims, Claims);
    Builder.Result.Functions.push_back(F);
    return *this;
  }

  UnitBuilder Builder;
};

/// What is known of \p Names: '+', '-' or '.'.
std::string known(llvm::ArrayRef<const Unit *> Units,
                  llvm::ArrayRef<Symbol> Names) {
  Program P(Units);
  Facts Of(P);
  std::string Answers;
  for (Symbol Name : Names) {
    std::optional<bool> Answer = Of.of(*Units[0], {Name, Fact::Throws, 0});
    Answers += !Answer ? '.' : *Answer ? '+' : '-';
  }
  return Answers;
}

TEST(Facts, AreWhatIsClaimed) {
  Unit U = Made("a").claim(A, true).claim(B, false).bare(C).unit();
  EXPECT_EQ(known({&U}, {A, B, C, D}), "+-..");
}

TEST(Facts, AreOfOneParameter) {
  Unit U = Made("a").claim(A, true, {}, Fact::Uses, 1).unit();
  Program P({&U});
  Facts Of(P);
  EXPECT_EQ(Of.of(U, {A, Fact::Uses, 1}), true);
  EXPECT_EQ(Of.of(U, {A, Fact::Uses, 0}), std::nullopt);
  EXPECT_EQ(Of.of(U, {A, Fact::Throws, 1}), std::nullopt);
}

TEST(Facts, ComeFromOtherUnits) {
  Unit One = Made("a").ifAny(A, {C, D}).ifAny(B, {C}).unit();
  Unit Other = Made("b").claim(C, false).claim(D, true).unit();
  EXPECT_EQ(known({&One, &Other}, {A, B, C, D}), "+--+");
}

TEST(Facts, AreUnknownWhereNothingElseIsKnown) {
  Unit U =
      Made("a").ifAny(A, {D}).ifAny(B, {A, C}).claim(C, true).bare(D).unit();
  EXPECT_EQ(known({&U}, {A, B}), ".+");
  Unit Quiet = Made("a").ifAny(A, {D, C}).claim(C, false).unit();
  EXPECT_EQ(known({&Quiet}, {A}), ".");
}

TEST(Facts, OfWhatCallsItselfAreWhatTheOthersSay) {
  Unit One = Made("a").ifAny(A, {A, B}).ifAny(D, {D}).unit();
  Unit Other = Made("b").ifAny(B, {A, C}).claim(C, false).unit();
  EXPECT_EQ(known({&One, &Other}, {A, B, D}), "---");
  Unit Throwing = Made("b").ifAny(B, {A, C}).claim(C, true).unit();
  EXPECT_EQ(known({&One, &Throwing}, {A, B, D}), "++-");
  Unit Open = Made("b").ifAny(B, {A, C}).unit();
  EXPECT_EQ(known({&One, &Open}, {A, B, D}), "..-");
}

TEST(Facts, AreWhatAllDefinitionsAgreeOn) {
  Unit User = Made("a").ifAny(A, {B}).ifAny(C, {D}).unit();
  Unit One = Made("b").claim(B, true).claim(D, true).unit();
  Unit Other = Made("c").ifAny(B, {E}).claim(D, false).claim(E, true).unit();
  EXPECT_EQ(known({&User, &One, &Other}, {A, B, C, D}), "++..");
  // Whose own it is knows it.
  EXPECT_EQ(known({&One, &Other, &User}, {A, B, C, D}), "++.+");
  EXPECT_EQ(known({&Other, &One, &User}, {A, B, C, D}), "++.-");
}

TEST(Facts, OfDefinitionsThatSayNothingAreUnknown) {
  Unit User = Made("a").ifAny(A, {B}).ifAny(C, {D}).unit();
  Unit One = Made("b").claim(B, true).claim(D, false).unit();
  Unit Other = Made("c").bare(B).ifAny(D, {D}).unit();
  EXPECT_EQ(known({&User, &One, &Other}, {A, B, C, D}), "..--");
}

TEST(Facts, DecideWhatStands) {
  Unit U = Made("a").claim(A, true).claim(B, false).unit();
  Program P({&U});
  Facts Of(P);
  auto Stands = [&](Symbol Name, bool Expected, bool IfUnknown) {
    return Of.stands(U, Need{{Name, Fact::Throws, 0}, Expected, IfUnknown});
  };
  EXPECT_TRUE(Stands(A, true, false));
  EXPECT_FALSE(Stands(A, false, true));
  EXPECT_TRUE(Stands(B, false, false));
  EXPECT_FALSE(Stands(B, true, true));
  EXPECT_TRUE(Stands(C, true, true));
  EXPECT_FALSE(Stands(C, true, false));
  EXPECT_TRUE(Of.stands(U, {}));
  Need Both[] = {{{A, Fact::Throws, 0}, true, false},
                 {{B, Fact::Throws, 0}, true, false}};
  EXPECT_FALSE(Of.stands(U, Both));
}

/// What is said about why the first unit's \p Name throws.
std::string whyOf(llvm::ArrayRef<const Unit *> Units, Symbol Name) {
  Program P(Units);
  Need Thrown{{Name, Fact::Throws, 0}, true, false};
  std::vector<std::string> Said;
  for (const LinkedStep &S : Facts(P).why(*Units[0], Thrown))
    Said.push_back(S.In->text(S.In->MainFile) + ": " + S.Message);
  return llvm::join(Said, ", ");
}

TEST(Facts, AreExplained) {
  Unit One = Made("a").ifAny(A, {B}).ifAny(E, {D}).unit();
  Unit Other = Made("b").ifAny(B, {C, D}).claim(C, false).unit();
  Unit Last = Made("c").claim(D, true).unit();
  EXPECT_EQ(whyOf({&One, &Other, &Last}, A),
            "a: 10 by 20, b: 20 by 40, c: in 40");
  EXPECT_EQ(whyOf({&One, &Other, &Last}, E), "a: 50 by 40, c: in 40");
  EXPECT_EQ(whyOf({&One, &Other, &Last}, C), "");
  EXPECT_EQ(whyOf({&One, &Other}, A), "");
}

TEST(Facts, AreExplainedByTheShortestWay) {
  Unit One = Made("a").ifAny(A, {B, D}).ifAny(B, {C}).ifAny(C, {E}).unit();
  Unit Other = Made("b").claim(E, true).claim(D, true).unit();
  EXPECT_EQ(whyOf({&One, &Other}, A), "a: 10 by 40, b: in 40");
  Unit Round = Made("a").ifAny(A, {B, A}).ifAny(B, {A, E}).unit();
  EXPECT_EQ(whyOf({&Round, &Other}, A), "a: 10 by 20, a: 20 by 50, b: in 50");
}

TEST(Facts, CostNoMoreThanTheProgramIsLong) {
  Made Long("a");
  constexpr Symbol Count = 200000;
  for (Symbol Name = 1; Name < Count; ++Name)
    Long.ifAny(Name, {Name + 1, 1});
  Unit U = Long.claim(Count, true).unit();
  ProcessorTime Time;
  EXPECT_EQ(known({&U}, {1, Count / 2, Count}), "+++");
  EXPECT_LT(Time.seconds(), 2);
}

} // namespace
