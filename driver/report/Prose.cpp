// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Prose.h"
#include "Printable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include <set>
#include <tuple>

namespace asynctidy::report {

bool isElsewhere(const Message &Note, const Diagnostic &D) {
  const Place &There = Note.Where, &Here = D.Main.Where;
  return !There.File.empty() &&
         std::tie(There.File, There.Line, There.Column) !=
             std::tie(Here.File, Here.Line, Here.Column);
}

std::string prose(const Diagnostic &D) {
  std::string Text = D.Main.Text;
  for (const auto *Messages : {&D.Path, &D.Notes})
    for (const Message &Note : *Messages)
      if (!isElsewhere(Note, D))
        Text += "\n" + Note.Text;
  return Text;
}

std::string proseWithPlaces(const Report &R, const Diagnostic &D) {
  std::string Text = printable(D.Main.Text);
  for (const auto *Messages : {&D.Path, &D.Notes})
    for (const Message &Note : *Messages) {
      Text += "\n";
      if (isElsewhere(Note, D))
        Text += (llvm::Twine(printable(R.shown(Note.Where.File))) + ":" +
                 llvm::Twine(Note.Where.Line) + ":" +
                 llvm::Twine(Note.Where.Column) + ": ")
                    .str();
      Text += printable(Note.Text);
    }
  return Text;
}

/// What `--show-suppressed` shows is of the least interest.
static int relevance(const Diagnostic &D) {
  if (D.isSilenced())
    return 0;
  return D.Level == Severity::Error ? 2 : 1;
}

std::vector<const Diagnostic *> errorsFirst(const Report &R) {
  std::vector<const Diagnostic *> Sorted;
  for (const Diagnostic &D : R.Findings)
    Sorted.push_back(&D);
  llvm::stable_sort(Sorted, [](const Diagnostic *A, const Diagnostic *B) {
    return relevance(*A) > relevance(*B);
  });
  return Sorted;
}

std::vector<Message> failures(const Report &R) {
  std::vector<Message> Errors;
  std::set<std::tuple<std::string, unsigned, unsigned, std::string>> Told;
  for (const FailedFile &Failed : R.Failed)
    for (Message Error : Failed.Errors) {
      if (Error.Where.File.empty())
        Error.Where.File = Failed.File;
      Error.Text.insert(0, "no analysis because of this error: ");
      if (Told.insert({Error.Where.File, Error.Where.Line, Error.Where.Column,
                       Error.Text})
              .second)
        Errors.push_back(std::move(Error));
    }
  return Errors;
}

} // namespace asynctidy::report
