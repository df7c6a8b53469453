// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "JsonSchema.h"
#include "RuleSchema.h"

namespace json = llvm::json;
using llvm::ArrayRef;
using llvm::StringLiteral;
using llvm::StringRef;

namespace asynctidy {
namespace {

json::Object type(StringRef Name) { return json::Object{{"type", Name}}; }

json::Object reference(StringRef Definition) {
  return json::Object{{"$ref", ("#/definitions/" + Definition).str()}};
}

json::Object list(json::Object Item) {
  return json::Object{
      {"type", "array"}, {"items", std::move(Item)}, {"minItems", 1}};
}

/// One, or a list of them.
json::Object oneOrMore(json::Object Item) {
  json::Object Many = list(Item);
  return json::Object{{"anyOf", json::Array{std::move(Item), std::move(Many)}}};
}

json::Array texts(ArrayRef<StringLiteral> Words) {
  json::Array Array;
  for (StringLiteral Word : Words)
    Array.push_back(Word);
  return Array;
}

json::Object choice(ArrayRef<StringLiteral> Words) {
  return json::Object{{"enum", texts(Words)}};
}

json::Object subject(ArrayRef<StringLiteral> Words) {
  return json::Object{
      {"anyOf", json::Array{json::Object{{"type", "integer"}, {"minimum", 0}},
                            choice(Words)}}};
}

constexpr StringLiteral Subjects[] = {"last", "receiver", "result"};
constexpr StringLiteral Callables[] = {"last", "receiver", "all"};
constexpr StringLiteral Linkages[] = {"c"};

/// What a key's value looks like; one overload for each kind of value.
struct ValueSchema {
  json::Object operator()(const NameList &) const { return reference("names"); }
  json::Object operator()(const WordList &) const { return reference("names"); }
  json::Object operator()(const Text &V) const {
    return V.Words.empty() ? reference("text") : choice(V.Words);
  }
  json::Object operator()(const Flag &) const { return type("boolean"); }
  json::Object operator()(const Number &) const {
    return json::Object{{"type", "integer"}, {"minimum", 0}};
  }
  json::Object operator()(const SubjectValue &V) const {
    return subject(ArrayRef(Callables).drop_back(V.All ? 0 : 1));
  }
  json::Object operator()(const ConditionList &) const {
    return list(reference("condition"));
  }
  json::Object operator()(const ParameterList &) const {
    json::Object Typed{
        {"type", "object"},
        {"properties", json::Object{{"type", reference("names")}}},
        {"required", json::Array{"type"}},
        {"additionalProperties", false}};
    return list(
        json::Object{{"anyOf", json::Array{json::Object{{"const", "any"}},
                                           std::move(Typed)}}});
  }
  json::Object operator()(const ConfidenceValue &) const {
    return choice(confidenceWords());
  }
  json::Object operator()(const InsteadMap &) const {
    json::Object Map{{"type", "object"},
                     {"additionalProperties", reference("text")}};
    return json::Object{
        {"anyOf", json::Array{reference("text"), std::move(Map)}}};
  }
};

json::Object conditionSchema() {
  json::Object Properties{{"argument", subject(Subjects)},
                          {"evidence", reference("text")}};
  for (const TestSchema &Test : conditionTests()) {
    json::Object Value = reference("constants");
    if (Test.Takes == TestSchema::True)
      Value = json::Object{{"const", true}};
    else if (Test.Takes == TestSchema::OneConstant)
      Value = reference("constant");
    else if (Test.Takes == TestSchema::Names || Test.Takes == TestSchema::Words)
      Value = reference("names");
    Properties[Test.Key] = std::move(Value);
  }
  return json::Object{{"type", "object"},
                      {"properties", std::move(Properties)},
                      {"additionalProperties", false}};
}

json::Object entrySchema(const RoleSchema &Role) {
  json::Object Properties;
  json::Array Required;
  for (const KeySchema &Key : Role.Keys) {
    Properties[Key.Name] = std::visit(ValueSchema(), Key.Value);
    if (Key.Required)
      Required.push_back(Key.Name);
  }
  json::Object Entry{{"type", "object"},
                     {"properties", std::move(Properties)},
                     {"additionalProperties", false}};
  if (!Required.empty())
    Entry["required"] = std::move(Required);
  if (!Role.OneOf.empty()) {
    json::Array Any;
    for (StringLiteral Key : Role.OneOf)
      Any.push_back(json::Object{{"required", json::Array{Key}}});
    Entry["anyOf"] = std::move(Any);
  }
  return Entry;
}

json::Object headerSchema(StringRef Key) {
  if (Key == "schema")
    return json::Object{{"const", 1}};
  if (Key == "linkage")
    return choice(Linkages);
  if (Key == "namespaces")
    return reference("names");
  if (Key == "disables")
    return oneOrMore(reference("library"));
  return reference(Key == "library" ? "library" : "text");
}

} // namespace

json::Value ruleFileSchema() {
  json::Object Properties;
  for (StringLiteral Key : headerKeys())
    Properties[Key] = headerSchema(Key);
  for (const RoleSchema &Role : ruleSchema())
    Properties[Role.Name] =
        json::Object{{"type", "array"}, {"items", entrySchema(Role)}};
  json::Object Constant{
      {"anyOf", json::Array{type("string"), type("integer"), type("boolean")}}};
  json::Object Definitions{
      {"text",
       json::Object{{"type", json::Array{"string", "boolean", "number"}},
                    {"minLength", 1}}},
      {"library",
       json::Object{{"type", "string"}, {"pattern", "^[a-z0-9-]+$"}}},
      {"names", oneOrMore(reference("text"))},
      {"constants", oneOrMore(Constant)},
      {"constant", std::move(Constant)},
      {"condition", conditionSchema()}};
  return json::Object{{"$schema", "http://json-schema.org/draft-07/schema#"},
                      {"title", "async-tidy rules"},
                      {"description",
                       "What the names of a library mean to async-tidy; "
                       "docs/rules.md explains every key."},
                      {"type", "object"},
                      {"properties", std::move(Properties)},
                      {"required", json::Array{"schema", "library"}},
                      {"additionalProperties", false},
                      {"definitions", std::move(Definitions)}};
}

} // namespace asynctidy
