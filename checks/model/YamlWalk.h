// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "YamlRecovery.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

namespace asynctidy {

struct SyntaxError {
  std::size_t Place;  ///< where it is told
  std::size_t Anchor; ///< what is around this is left out
  std::string Message;
};

/// One walk over a YAML text, up to its end or its first syntax error.
class YamlWalk {
public:
  YamlWalk(const BlankableText &Text, MistakeLog &Log)
      : Text(Text), Log(Log),
        Stream(llvm::MemoryBufferRef(Text.text(), ""), Sources) {
    Sources.setDiagHandler(handle, this);
  }

  YamlNode run();

  std::optional<SyntaxError> Error;
  bool TooDeep = false;

private:
  static void handle(const llvm::SMDiagnostic &Diagnostic, void *Self) {
    static_cast<YamlWalk *>(Self)->noteError(Diagnostic);
  }
  void noteError(const llvm::SMDiagnostic &Diagnostic);
  bool stopped() const { return Error || TooDeep; }

  YamlNode build(llvm::yaml::Node *Node, unsigned Depth);
  void buildScalar(llvm::yaml::Node &Node, YamlNode &Result);
  void buildCollection(llvm::yaml::Node &Node, unsigned Depth,
                       YamlNode &Result);
  void buildMapping(llvm::yaml::MappingNode &Node, unsigned Depth,
                    YamlNode &Result);
  void noteOpenBracket(std::size_t Before);
  void checkKey();
  void checkQuotes();
  void rejectExtras(const llvm::yaml::Node &Node, std::size_t Start);
  void checkRest(llvm::yaml::document_iterator Document);
  std::size_t offsetOf(llvm::SMLoc Loc) const;
  std::size_t startOf(const llvm::yaml::Node &Node) const;

  const BlankableText &Text;
  MistakeLog &Log;
  llvm::SourceMgr Sources;
  llvm::yaml::Stream Stream;
  std::size_t LastBegin = 0, LastEnd = 0; ///< of the scalar seen last
  std::vector<std::size_t> OpenBrackets;
};

} // namespace asynctidy
