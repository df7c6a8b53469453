// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/cppwinrt '--checks=async-*,-async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A photo viewer on C++/WinRT: an operation runs whether or not somebody awaits
// it, but its error is seen only by who does.
#include <winrt/Windows.Foundation.h>
#include <winrt/Windows.System.Threading.h>
#include <winrt/Windows.System.h>
#include <winrt/Windows.UI.Core.h>

#include <wil/coroutine.h>
#include <wil/cppwinrt_helpers.h>

#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using namespace winrt;
using namespace winrt::Windows::Foundation;
using winrt::Windows::System::DispatcherQueue;
using winrt::Windows::System::Threading::ThreadPool;

void show(const std::string &text);
IAsyncOperation<int> countPhotosAsync(std::string folder);
IAsyncAction uploadAsync(std::string photo);
wil::task<void> printAsync(std::string photo);
wil::com_task<int> freeSpace();

// What people write.

IAsyncAction backUpAsync(std::string photo) {
  uploadAsync(photo);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'uploadAsync' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto counting = countPhotosAsync("holiday");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'countPhotosAsync', kept in 'counting', is not awaited on every path: on the others it goes on alone and its errors are lost [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'counting' is lost at this 'co_return'
  if (photo.empty())
    co_return;
  printAsync(photo);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'printAsync' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  show(std::to_string(co_await counting));
}

fire_and_forget remindLater(DispatcherQueue window) {
  resume_after(1s);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'winrt::resume_after' is never awaited: it never runs [async-unawaited-task]
  resume_background();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'winrt::resume_background' is never awaited: it never runs [async-unawaited-task]
  resume_foreground(window);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'winrt::resume_foreground' is never awaited: it never runs [async-unawaited-task]
  wil::resume_foreground(window);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'wil::resume_foreground' is never awaited: it never runs [async-unawaited-task]
  when_all(uploadAsync("one.jpg"), uploadAsync("two.jpg"));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'winrt::when_all' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  show("time to back up");
  co_return;
}

IAsyncAction uploadAllAsync(std::vector<std::string> photos) {
  std::vector<IAsyncAction> uploads;
  for (const auto &photo : photos)
    uploads.push_back(uploadAsync(photo));
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'uploadAsync', kept in 'uploads', is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  int count = co_await countPhotosAsync("all");
  show(std::to_string(count));
}

wil::task<void> printLast(std::vector<std::string> photos) {
  IAsyncAction upload = nullptr;
  for (const auto &photo : photos)
    upload = uploadAsync(photo);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'uploadAsync', kept in 'upload', is overwritten before it is awaited: it goes on alone and its errors are lost [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:14: note: 'upload' is given another value here in the next iteration
  co_await upload;
}

wil::com_task<int> freeSpaceTwice() {
  auto space = freeSpace();
  int first = co_await std::move(space);
  co_return first + co_await std::move(space);
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'space' is awaited again: a task can be awaited only once [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:24: note: first awaited here
}

// What is right.

IAsyncAction backUpInOrderAsync(std::string photo) {
  co_await uploadAsync(photo);
  auto counting = countPhotosAsync("holiday");
  if (photo.empty()) {
    counting.Cancel();
    co_return;
  }
  co_await printAsync(photo);
  show(std::to_string(co_await counting));
}

fire_and_forget remindInTime(DispatcherQueue window) {
  co_await resume_after(1s);
  co_await 1s;
  co_await resume_background();
  co_await wil::resume_foreground(window);
  co_await when_all(uploadAsync("one.jpg"), uploadAsync("two.jpg"));
  show("backed up");
}

IAsyncAction uploadEverythingAsync(std::vector<std::string> photos) {
  std::vector<IAsyncAction> uploads;
  for (const auto &photo : photos)
    uploads.push_back(uploadAsync(photo));
  for (const auto &upload : uploads)
    co_await upload;
}

// An operation is a reference: the copy is the same one.
IAsyncAction uploadOnceAsync() {
  IAsyncAction upload = uploadAsync("one.jpg");
  IAsyncAction same = upload;
  co_await same;
  if (upload.Status() == AsyncStatus::Completed)
    show("uploaded");
}

IAsyncAction ifNeededAsync(bool needed) {
  IAsyncAction upload{nullptr};
  if (needed)
    upload = uploadAsync("one.jpg");
  if (upload)
    co_await upload;
}

// It has been started, and the cast says that this is all.
IAsyncAction prefetchAsync() {
  (void)countPhotosAsync("next");
  co_await uploadAsync("one.jpg");
}

wil::task<int> freeSpaceOnce() {
  auto space = freeSpace();
  co_return co_await std::move(space);
}

// No coroutine: its caller awaits.
IAsyncAction uploadNewAsync() { return uploadAsync("new.jpg"); }

// Where nothing can be awaited, starting it is all there is.
class Page {
public:
  void onClick() {
    uploadAsync("click.jpg");
    remindInTime(window);
    last = countPhotosAsync("holiday");
    window.TryEnqueue([] { uploadAsync("later.jpg"); });
    page.RunAsync(Windows::UI::Core::CoreDispatcherPriority::Low, [] { show("idle"); });
    ThreadPool::RunAsync([](auto &&...) { uploadAsync("background.jpg"); });
  }
  IAsyncAction onCloseAsync() { show(std::to_string(co_await last)); }
  void onChange(std::vector<std::function<void()>> &handlers) {
    handlers.push_back([] { uploadAsync("changed.jpg"); });
    handlers.push_back([]() -> fire_and_forget { co_await uploadAsync("changed.jpg"); });
    handlers.push_back([]() -> IAsyncAction { co_await uploadAsync("changed.jpg"); });
    handlers.push_back([] { return printAsync("changed.jpg"); });
  }

private:
  DispatcherQueue window;
  Windows::UI::Core::CoreDispatcher page;
  IAsyncOperation<int> last;
};

int main() {
  auto counting = countPhotosAsync("holiday");
  return counting.get();
}
