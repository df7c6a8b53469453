// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "RuleNames.h"
#include "RuleSchema.h"
#include "ValueReader.h"
#include "Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using llvm::StringRef;

namespace asynctidy {
namespace {

/// What is known of a result before the call has been made.
bool fitsResult(Condition::Test Test) {
  return Test == Condition::Discarded || Test == Condition::Type ||
         Test == Condition::MentionsType;
}

/// The keys of a condition: those of the tests in their order, then the others.
llvm::SmallVector<StringRef, 16> conditionKeys() {
  llvm::SmallVector<StringRef, 16> Keys;
  for (const TestSchema &Test : conditionTests())
    Keys.push_back(Test.Key);
  Keys.push_back("argument");
  Keys.push_back("evidence");
  return Keys;
}

} // namespace

void ValueReader::testValues(const YamlNode &Key, const YamlNode &Value,
                             unsigned Test, Condition &Result) const {
  switch (conditionTests()[Test].Takes) {
  case TestSchema::OneConstant:
    if (Value.What == YamlNode::Sequence)
      return mistake(Value,
                     "'" + Key.Text +
                         "' wants one value; write 'any-of' for several");
    return constants(Key.Text, Value, true, Result.Values);
  case TestSchema::ConstantList:
    if (isList(Value, "'" + Key.Text + "'"))
      constants(Key.Text, Value, true, Result.Values);
    return;
  case TestSchema::Constants:
    return constants(Key.Text, Value, true, Result.Values);
  case TestSchema::Names:
    return names(Key.Text, Value, Result.Values);
  case TestSchema::Words:
    return words(Key.Text, Value, Result.Values);
  case TestSchema::True:
    word(Key.Text, Value, {"true"});
    return;
  }
}

std::optional<Condition> ValueReader::condition(const YamlNode &Node) const {
  if (!isMap(Node, "a condition"))
    return std::nullopt;
  llvm::SmallVector<StringRef, 16> Known = conditionKeys();
  const unsigned SubjectIndex = conditionTests().size();
  const unsigned EvidenceIndex = SubjectIndex + 1;
  Condition Result{Condition::Evidence, {Subject::Function}, {}};
  const YamlNode *Test = nullptr;
  std::optional<Subject> On;
  auto Found = forEachField(
      Node, Known, "key of a condition",
      [&](unsigned Index, const YamlNode &Key, const YamlNode &Value) {
        if (Index == SubjectIndex) {
          On = subject(Key.Text, Value, {"last", "receiver", "result"});
        } else if (Index == EvidenceIndex) {
          if (std::optional<std::string> Name = text(Key.Text, Value))
            Result.Values.push_back(*Name);
        } else if (Test) {
          mistake(Key, "a condition has one test, and this one has '" +
                           Test->Text + "'; write two conditions");
        } else {
          Test = &Key;
          Result.What = conditionTests()[Index].Test;
          testValues(Key, Value, Index, Result);
        }
      });
  if (const YamlNode *Evidence = Found.Keys[EvidenceIndex]) {
    if (Found.Keys[SubjectIndex] || Test)
      mistake(*Evidence, "'evidence' stands alone in a condition");
    return Result;
  }
  if (!Found.Keys[SubjectIndex])
    mistake(Node, "a condition needs 'argument' (a number, 'last', 'receiver' "
                  "or 'result') or 'evidence'");
  if (!Test && !Found.HasUnknown)
    mistake(Node, "a condition needs a test: " +
                      listOfWords(llvm::ArrayRef(Known).drop_back(2)));
  if (!On || !Test)
    return std::nullopt;
  Result.On = *On;
  checkSubject(*Test, Result);
  return Result;
}

/// Tells when the test makes no sense of what it is about.
void ValueReader::checkSubject(const YamlNode &Test, const Condition &C) const {
  bool IsResult = C.On.What == Subject::Result;
  if (C.What == Condition::Discarded && !IsResult)
    mistake(Test, "only the result can be discarded: write 'argument: result'");
  else if (C.What == Condition::Called && C.On.What != Subject::Receiver)
    mistake(Test, "'called' looks at the object: write 'argument: receiver'");
  else if (IsResult && !fitsResult(C.What))
    mistake(Test,
            "'" + Test.Text + "' cannot be known of a result before the call");
}

void ValueReader::conditions(StringRef Key, const YamlNode &Node,
                             std::vector<Condition> &To) const {
  if (!isList(Node, "'" + Key + "'"))
    return;
  if (Node.Items.empty())
    mistake(Node, "the list of '" + Key + "' is empty");
  for (const YamlNode &Item : Node.Items)
    if (std::optional<Condition> C = condition(Item))
      To.push_back(*C);
}

} // namespace asynctidy
