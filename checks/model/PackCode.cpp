// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "PackCode.h"
#include <cstdint>
#include <type_traits>

using llvm::StringRef;

namespace asynctidy {
namespace {

/// What is written and read, in this order. One list for both directions, so
/// that they cannot differ.
template <class Pack, class Code> void forEachPackField(Pack &P, Code &Field) {
  // Without Disables: a built-in file disables no other.
  Field(P.File), Field(P.Library), Field(P.Seen), Field(P.LinkageC);
  Field(P.Namespaces), Field(P.Entries);
}
template <class Entry, class Code>
void forEachEntryField(Entry &E, Code &Field) {
  // Names every member, so that a new one that is forgotten does not compile.
  auto &[Pack, EntryRole, Line, Column, Functions, Types, Namespaces,
         Parameters, MinArguments, Subclasses, Unless, OnlyIf, Category,
         EntryConfidence, Because, Remedy, Instead, Start, OnDrop, Resumes,
         Handle, CallableLives, Join, Kind, To, Lasts, Ready, Name, Scope,
         Callable, Executor, Range, TemplateArgument, FirstArgument, Constants,
         CarriedBy, Send, Receive, AllArguments, Windowed, FailFast, Settled,
         CancelsLosers, Bounded, Limit, DropsResult, Guard, Dispatches,
         Sticky] = E;
  (void)Pack; // set by whoever owns the pack
  Field(EntryRole), Field(Line), Field(Column);
  Field(Functions), Field(Types), Field(Namespaces), Field(Parameters);
  Field(MinArguments), Field(Subclasses), Field(Unless), Field(OnlyIf);
  Field(Category), Field(EntryConfidence), Field(Because);
  Field(Remedy), Field(Instead);
  Field(Start), Field(OnDrop), Field(Resumes), Field(Handle);
  Field(CallableLives), Field(Join), Field(Kind);
  Field(To), Field(Lasts), Field(Ready), Field(Name), Field(Scope);
  Field(Callable), Field(Executor), Field(Range);
  Field(TemplateArgument), Field(FirstArgument);
  Field(Constants), Field(CarriedBy), Field(Send), Field(Receive);
  Field(AllArguments), Field(Windowed), Field(FailFast);
  Field(Settled), Field(CancelsLosers), Field(Bounded), Field(Limit);
  Field(DropsResult), Field(Guard);
  Field(Dispatches), Field(Sticky);
}

template <class Value> struct IsList : std::false_type {};
template <class Item> struct IsList<std::vector<Item>> : std::true_type {};
template <class Value> struct IsOptional : std::false_type {};
template <class Item>
struct IsOptional<std::optional<Item>> : std::true_type {};

/// Numbers take as many bytes of seven bits as they need.
class Encoder {
public:
  void number(std::uint64_t Value) {
    for (; Value >= 0x80; Value >>= 7)
      Code += static_cast<char>(Value | 0x80);
    Code += static_cast<char>(Value);
  }

  template <class Value> void operator()(const Value &V) {
    if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
      number(static_cast<std::uint64_t>(V));
    } else if constexpr (IsList<Value>::value) {
      number(V.size());
      for (const auto &Item : V)
        (*this)(Item);
    } else if constexpr (IsOptional<Value>::value) {
      number(V.has_value());
      if (V)
        (*this)(*V);
    } else {
      put(V);
    }
  }

  std::string Code;

private:
  void put(const std::string &Text) {
    number(Text.size());
    Code += Text;
  }
  void put(const RuleEntry &E) { forEachEntryField(E, *this); }
  void put(const Subject &S) { (*this)(S.What), (*this)(S.Index); }
  void put(const Condition &C) {
    (*this)(C.What), (*this)(C.On), (*this)(C.Values);
  }
  void put(const ParameterPattern &P) { (*this)(P.Types); }
  void put(const std::pair<std::string, std::string> &P) {
    (*this)(P.first), (*this)(P.second);
  }
};

class Decoder {
public:
  explicit Decoder(StringRef Code) : Code(Code) {}

  std::uint64_t number() {
    std::uint64_t Value = 0;
    for (unsigned Shift = 0;; Shift += 7) {
      auto Byte = static_cast<unsigned char>(Code.front());
      Code = Code.drop_front();
      Value |= std::uint64_t(Byte & 0x7f) << Shift;
      if (Byte < 0x80)
        return Value;
    }
  }

  template <class Value> void operator()(Value &V) {
    if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
      V = static_cast<Value>(number());
    } else if constexpr (IsList<Value>::value) {
      V.resize(number());
      for (auto &Item : V)
        (*this)(Item);
    } else if constexpr (IsOptional<Value>::value) {
      if (number())
        (*this)(V.emplace());
    } else {
      get(V);
    }
  }

private:
  void get(std::string &Text) {
    std::size_t Size = number();
    Text.assign(Code.data(), Size);
    Code = Code.drop_front(Size);
  }
  void get(RuleEntry &E) { forEachEntryField(E, *this); }
  void get(Subject &S) { (*this)(S.What), (*this)(S.Index); }
  void get(Condition &C) { (*this)(C.What), (*this)(C.On), (*this)(C.Values); }
  void get(ParameterPattern &P) { (*this)(P.Types); }
  void get(std::pair<std::string, std::string> &P) {
    (*this)(P.first), (*this)(P.second);
  }

  StringRef Code;
};

} // namespace

std::string encodePack(const RulePack &Pack) {
  Encoder E;
  forEachPackField(Pack, E);
  return std::move(E.Code);
}

std::unique_ptr<RulePack> decodePack(StringRef Code) {
  auto Pack = std::make_unique<RulePack>();
  Decoder D(Code);
  forEachPackField(*Pack, D);
  for (RuleEntry &Entry : Pack->Entries)
    Entry.Pack = Pack.get();
  return Pack;
}

} // namespace asynctidy
