// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "RuleSchema.h"
#include <array>
#include <utility>

using llvm::ArrayRef;
using llvm::StringLiteral;

namespace asynctidy {
namespace {

constexpr StringLiteral Categories[] = {
    "sleep",     "file-io",     "network-io",  "dns",        "database",
    "sync-wait", "future-wait", "thread-join", "lock",       "process",
    "console",   "logging",     "cpu-heavy",   "event-loop", "ipc",
    "device-io", "gpu-sync",    "memory"};
constexpr StringLiteral BridgeCategories[] = {"event-loop", "future-wait",
                                              "sync-wait"};
constexpr StringLiteral Starts[] = {"lazy", "eager", "synchronous"};
constexpr StringLiteral Drops[] = {"never-runs", "detaches",   "cancels",
                                   "blocks",     "terminates", "leaks",
                                   "asserts"};
constexpr StringLiteral Handles[] = {"none",    "future", "task",
                                     "promise", "scope",  "thread"};
constexpr StringLiteral LockKinds[] = {"sync", "async"};
constexpr StringLiteral CancellationKinds[] = {
    "exception", "code", "query", "request", "shield", "swallows"};
constexpr StringLiteral Places[] = {"pool", "loop"};
constexpr StringLiteral Threads[] = {"same-thread", "same-executor",
                                     "anywhere"};
constexpr StringLiteral Lives[] = {"until-done", "until-return"};
constexpr StringLiteral Spans[] = {"until-switch", "next-suspension"};

template <std::size_t N> using Keys = std::array<KeySchema, N>;

template <std::size_t A, std::size_t... I, std::size_t B, std::size_t... J>
constexpr Keys<A + B> joinAt(const Keys<A> &First, std::index_sequence<I...>,
                             const Keys<B> &Second, std::index_sequence<J...>) {
  return {First[I]..., Second[J]...};
}
template <std::size_t A, std::size_t B>
constexpr Keys<A + B> join(const Keys<A> &First, const Keys<B> &Second) {
  return joinAt(First, std::make_index_sequence<A>(), Second,
                std::make_index_sequence<B>());
}

constexpr KeySchema required(KeySchema Key) {
  return {Key.Name, Key.Value, true};
}

constexpr KeySchema FunctionKey = {"function", NameList{&RuleEntry::Functions}};
constexpr KeySchema TypeKey = {"type", NameList{&RuleEntry::Types}};
constexpr KeySchema NameKey = {"name", Text{&RuleEntry::Name}, true};
constexpr KeySchema BecauseKey = {"because", Text{&RuleEntry::Because}};
constexpr KeySchema OnDropKey = {"on-drop", Text{&RuleEntry::OnDrop, Drops}};
constexpr KeySchema LockKindKey = {"kind", Text{&RuleEntry::Kind, LockKinds},
                                   true};
constexpr KeySchema ConstantsKey = {"constants",
                                    WordList{&RuleEntry::Constants}};
constexpr KeySchema ConfidenceKey = {"confidence", ConfidenceValue{}};
constexpr KeySchema RemedyKey = {"remedy", Text{&RuleEntry::Remedy}};
constexpr KeySchema InsteadKey = {"instead", InsteadMap{}};
constexpr KeySchema CancelsLosersKey = {"cancels-losers",
                                        Flag{&RuleEntry::CancelsLosers}};
constexpr KeySchema CallableLivesKey = {"callable-lives",
                                        Text{&RuleEntry::CallableLives, Lives}};
constexpr KeySchema ExecutorKey = {"executor",
                                   SubjectValue{&RuleEntry::Executor}};
constexpr KeySchema CallableKey = {
    "callable", SubjectValue{&RuleEntry::Callable, &RuleEntry::AllArguments},
    true};

constexpr KeySchema RangeKey = {"range", SubjectValue{&RuleEntry::Range}};

/// What narrows down which calls an entry is about.
constexpr Keys<5> CallKeys = {
    {{"parameters", ParameterList{}},
     {"min-arguments", Number{&RuleEntry::MinArguments}},
     {"subclasses", Flag{&RuleEntry::Subclasses}},
     {"unless", ConditionList{&RuleEntry::Unless}},
     {"only-if", ConditionList{&RuleEntry::OnlyIf}}}};
constexpr auto FunctionKeys = join(Keys<1>{{required(FunctionKey)}}, CallKeys);
constexpr auto FunctionOrTypeKeys =
    join(Keys<2>{{FunctionKey, TypeKey}}, CallKeys);
constexpr StringLiteral FunctionOrType[] = {"function", "type"};
constexpr auto FunctionOrNamespaceKeys = join(
    Keys<2>{{FunctionKey, {"namespace", NameList{&RuleEntry::Namespaces}}}},
    CallKeys);
constexpr StringLiteral FunctionOrNamespace[] = {"function", "namespace"};
constexpr StringLiteral Advice[] = {"remedy", "instead"};
constexpr StringLiteral Signal[] = {"function", "type", "constants"};

constexpr auto Blocks =
    join(FunctionKeys,
         Keys<5>{{{"category", Text{&RuleEntry::Category, Categories}, true},
                  required(ConfidenceKey),
                  required(BecauseKey),
                  RemedyKey,
                  InsteadKey}});
constexpr auto Bridges = join(
    FunctionKeys,
    Keys<6>{{{"category", Text{&RuleEntry::Category, BridgeCategories}, true},
             ConfidenceKey,
             required(BecauseKey),
             RemedyKey,
             InsteadKey,
             ExecutorKey}});
constexpr Keys<4> Tasks = {{required(TypeKey),
                            {"start", Text{&RuleEntry::Start, Starts}, true},
                            OnDropKey,
                            {"resumes", Text{&RuleEntry::Resumes, Threads}}}};
constexpr auto Spawns =
    join(FunctionKeys, Keys<7>{{{"starts", SubjectValue{&RuleEntry::Callable}},
                                CallableLivesKey,
                                ExecutorKey,
                                {"handle", Text{&RuleEntry::Handle, Handles}},
                                OnDropKey,
                                {"dispatches", Flag{&RuleEntry::Dispatches}},
                                BecauseKey}});
constexpr auto Detaches = join(FunctionOrTypeKeys, Keys<1>{{BecauseKey}});
constexpr Keys<3> Scopes = {
    {required(TypeKey), {"join", Text{&RuleEntry::Join}}, OnDropKey}};
constexpr auto Gathers =
    join(FunctionKeys, Keys<5>{{RangeKey,
                                {"windowed", Flag{&RuleEntry::Windowed}},
                                {"fail-fast", Flag{&RuleEntry::FailFast}},
                                {"settled", Flag{&RuleEntry::Settled}},
                                CancelsLosersKey}});
constexpr auto Races = join(FunctionKeys, Keys<1>{{CancelsLosersKey}});
constexpr auto Callers = join(FunctionKeys, Keys<1>{{CallableKey}});
constexpr auto Invokers =
    join(Callers, Keys<3>{{{"drops-result", Flag{&RuleEntry::DropsResult}},
                           RangeKey,
                           CallableLivesKey}});
constexpr auto LoopCallers =
    join(Callers, Keys<2>{{ExecutorKey, CallableLivesKey}});
constexpr auto Constructs = join(
    FunctionKeys,
    Keys<2>{{{"template-argument", Number{&RuleEntry::TemplateArgument}, true},
             {"first-argument", Number{&RuleEntry::FirstArgument}}}});
constexpr auto Switches =
    join(FunctionKeys, Keys<3>{{{"to", Text{&RuleEntry::To, Places}, true},
                                {"lasts", Text{&RuleEntry::Lasts, Spans}},
                                ExecutorKey}});
constexpr Keys<1> Views = {{required(TypeKey)}};
constexpr Keys<2> Permits = {{required(TypeKey), LockKindKey}};
constexpr Keys<3> Locks = {
    {required(TypeKey), LockKindKey, {"guard", Flag{&RuleEntry::Guard}}}};
constexpr auto Cancellations =
    join(FunctionOrTypeKeys,
         Keys<5>{{{"kind", Text{&RuleEntry::Kind, CancellationKinds}, true},
                  ConstantsKey,
                  {"carried-by", NameList{&RuleEntry::CarriedBy}},
                  {"sticky", Flag{&RuleEntry::Sticky}},
                  BecauseKey}});
constexpr Keys<5> Channels = {{required(TypeKey),
                               {"bounded", Flag{&RuleEntry::Bounded}},
                               {"limit", Number{&RuleEntry::Limit}},
                               {"send", WordList{&RuleEntry::Send}},
                               {"receive", WordList{&RuleEntry::Receive}}}};
constexpr auto Polls =
    join(FunctionKeys, Keys<1>{{{"ready", Text{&RuleEntry::Ready}, true}}});
constexpr auto ExecutorsOf = join(FunctionKeys, Keys<1>{{ExecutorKey}});
constexpr StringLiteral EvidenceScopes[] = {"function", "file"};
constexpr Keys<4> EvidenceKeys = {
    {NameKey,
     ConstantsKey,
     FunctionKey,
     {"scope", Text{&RuleEntry::Scope, EvidenceScopes}}}};
constexpr StringLiteral EvidenceIs[] = {"constants", "function"};
constexpr Keys<2> Remedies = {{NameKey, required(InsteadKey)}};

constexpr RoleSchema Roles[] = {
    {"blocks", Role::Blocks, Blocks, Advice},
    {"bridges", Role::Bridge, Bridges},
    {"tasks", Role::Task, Tasks},
    {"spawns", Role::Spawn, Spawns},
    {"detaches", Role::Detach, Detaches, FunctionOrType},
    {"scopes", Role::Scope, Scopes},
    {"gathers", Role::Gather, Gathers},
    {"races", Role::Race, Races},
    {"offloads", Role::Offload, Callers},
    {"runs-on-loop", Role::RunsOnLoop, LoopCallers},
    {"invokes", Role::Invokes, Invokers},
    {"binds", Role::Binds, Callers},
    {"constructs", Role::Constructs, Constructs},
    {"switches", Role::Switch, Switches},
    {"sleeps", Role::Sleep, FunctionKeys},
    {"timeouts", Role::Timeout, FunctionKeys},
    {"yields", Role::Yield, FunctionKeys},
    {"locks", Role::Lock, Locks},
    {"permits", Role::Permit, Permits},
    {"bounds", Role::Bound, FunctionKeys},
    {"cancellations", Role::Cancellation, Cancellations, Signal},
    {"channels", Role::Channel, Channels},
    {"accepts", Role::Accept, FunctionKeys},
    {"immediate", Role::Immediate, FunctionOrTypeKeys, FunctionOrType},
    {"views", Role::View, Views},
    {"thread-ids", Role::ThreadId, FunctionKeys},
    {"insulates", Role::Insulates, FunctionOrNamespaceKeys,
     FunctionOrNamespace},
    {"polls", Role::Poll, Polls},
    {"loop-tests", Role::LoopTest, FunctionKeys},
    {"executors", Role::ExecutorOf, ExecutorsOf},
    {"evidence", Role::Evidence, EvidenceKeys, EvidenceIs},
    {"remedies", Role::Remedy, Remedies},
};

constexpr TestSchema Tests[] = {
    {"equals", Condition::Equals, TestSchema::OneConstant},
    {"any-of", Condition::Equals, TestSchema::ConstantList},
    {"has-flag", Condition::HasFlag, TestSchema::Constants},
    {"zero-duration", Condition::ZeroDuration, TestSchema::True},
    {"null", Condition::Null, TestSchema::True},
    {"type", Condition::Type, TestSchema::Names},
    {"mentions-type", Condition::MentionsType, TestSchema::Names},
    {"names", Condition::Names, TestSchema::Names},
    {"from", Condition::From, TestSchema::Names},
    {"called", Condition::Called, TestSchema::Words},
    {"discarded", Condition::Discarded, TestSchema::True},
    {"ready", Condition::Ready, TestSchema::True},
};

constexpr StringLiteral ConfidenceWords[] = {"certain", "likely", "contextual"};
constexpr StringLiteral HeaderKeys[] = {"schema", "library", "namespaces",
                                        "seen",   "linkage", "disables"};

} // namespace

ArrayRef<RoleSchema> ruleSchema() { return Roles; }

ArrayRef<TestSchema> conditionTests() { return Tests; }

ArrayRef<StringLiteral> confidenceWords() { return ConfidenceWords; }

ArrayRef<StringLiteral> headerKeys() { return HeaderKeys; }

ArrayRef<StringLiteral> blockingCategories() { return Categories; }

} // namespace asynctidy
