// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/cppwinrt
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A photo viewer with a user interface: its coroutines start on the thread of
// the window, and the thread pool is one co_await away.
#include <winrt/Microsoft.UI.Dispatching.h>
#include <winrt/Windows.Foundation.h>
#include <winrt/Windows.System.Threading.h>
#include <winrt/Windows.System.h>
#include <winrt/Windows.UI.Core.h>

#include <wil/coroutine.h>
#include <wil/cppwinrt_helpers.h>
#include <wil/resource.h>

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

using namespace std::chrono_literals;
using namespace winrt;
using namespace winrt::Windows::Foundation;
using winrt::Windows::System::DispatcherQueue;
using winrt::Windows::System::Threading::ThreadPool;
using winrt::Windows::System::Threading::ThreadPoolTimer;

void show(const std::string &text);
IAsyncOperation<int> countPhotosAsync(std::string folder);
IAsyncAction uploadAsync(std::string photo);

std::string readCaption(const std::string &photo) {
  std::ifstream file(photo + ".txt");
  std::string caption;
  std::getline(file, caption);
  return caption;
}

// Bugs.

IAsyncAction refreshAsync() {
  std::this_thread::sleep_for(500ms);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'refreshAsync': it sleeps until the time is over [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await winrt::resume_after(...)
  co_await uploadAsync("new.jpg");
}

IAsyncOperation<int> captionLengthAsync(std::string photo) {
  std::string caption = readCaption(photo);
  // CHECK-NOTES: :[[@LINE-1]]:25: warning: call to 'readCaption' blocks the thread in coroutine 'captionLengthAsync': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-18]]:17: note: 'readCaption' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:25: note: instead: co_await an operation of Windows.Storage, or winrt::resume_background() before the call
  co_return static_cast<int>(caption.size());
}

fire_and_forget showCount() {
  int count = countPhotosAsync("holiday").get();
  // CHECK-NOTES: :[[@LINE-1]]:43: warning: call to 'winrt::Windows::Foundation::IAsyncOperation::get' blocks the thread in coroutine 'showCount': it waits until the operation is complete [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:43: note: instead: co_await the operation itself
  show(std::to_string(count));
  co_return;
}

IAsyncAction backUpAsync() {
  IAsyncAction upload = uploadAsync("old.jpg");
  if (upload.wait_for(2s) != AsyncStatus::Completed)
  // CHECK-NOTES: :[[@LINE-1]]:14: warning: call to 'winrt::Windows::Foundation::IAsyncAction::wait_for' blocks the thread in coroutine 'backUpAsync': it waits until the operation is complete or the time is over [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:14: note: instead: co_await the operation itself
    upload.Cancel();
  co_await upload;
}

IAsyncAction printAsync(std::string photo) {
  std::thread spooler([photo] { readCaption(photo); });
  spooler.join();
  // CHECK-NOTES: :[[@LINE-1]]:11: warning: call to 'std::thread::join' blocks the thread in coroutine 'printAsync': it waits until the thread ends [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:11: note: instead: co_await winrt::resume_on_signal(thread_handle)
  co_await uploadAsync(photo);
}

wil::task<int> sizeOnDisk();

wil::com_task<int> freeSpace() { co_return sizeOnDisk().get(); }
// CHECK-NOTES: :[[@LINE-1]]:57: warning: call to 'wil::task::get' blocks the thread in coroutine 'freeSpace': it waits until the task has ended [async-blocking-call]
// CHECK-NOTES: :[[@LINE-2]]:57: note: instead: co_await std::move(task)

wil::task<void> waitForScan(wil::slim_event &scanned) {
  scanned.wait();
  // CHECK-NOTES: :[[@LINE-1]]:11: warning: call to 'wil::slim_event::wait' blocks the thread in coroutine 'waitForScan': it waits until the event is set [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:11: note: instead: co_await winrt::resume_on_signal(event_handle)
  co_return;
}

IAsyncAction thumbnailAsync(DispatcherQueue window, std::string photo) {
  co_await resume_background();
  std::string caption = readCaption(photo);
  co_await resume_foreground(window);
  show(readCaption(photo));
  // CHECK-NOTES: :[[@LINE-1]]:8: warning: call to 'readCaption' blocks the thread in coroutine 'thumbnailAsync': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-67]]:17: note: 'readCaption' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:8: note: instead: co_await an operation of Windows.Storage, or winrt::resume_background() before the call
}

void onWindow(const DispatcherQueue &window,
              const Windows::UI::Core::CoreDispatcher &page) {
  window.TryEnqueue([] { show(readCaption("one.jpg")); });
  // CHECK-NOTES: :[[@LINE-1]]:31: warning: call to 'readCaption' blocks the thread in a callback of the event loop: it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-75]]:17: note: 'readCaption' constructs 'std::ifstream' here
  // CHECK-NOTES: :[[@LINE-3]]:31: note: instead: co_await an operation of Windows.Storage, or winrt::resume_background() before the call
  page.RunAsync(Windows::UI::Core::CoreDispatcherPriority::Low,
                [] { std::this_thread::sleep_for(1s); });
                // CHECK-NOTES: :[[@LINE-1]]:22: warning: call to 'std::this_thread::sleep_for' blocks the thread in a callback of the event loop: it sleeps until the time is over [async-blocking-call]
                // CHECK-NOTES: :[[@LINE-2]]:22: note: instead: co_await winrt::resume_after(...)
}

// Not bugs.

IAsyncAction refreshLaterAsync() {
  co_await resume_after(500ms);
  co_await uploadAsync("new.jpg");
}

// The rest of the coroutine runs on the thread pool.
IAsyncOperation<int> captionLengthInBackgroundAsync(std::string photo) {
  co_await resume_background();
  co_return static_cast<int>(readCaption(photo).size());
}

// So it does after a timer or a signal.
fire_and_forget logEveryMinute(void *stop) {
  while (!co_await resume_on_signal(stop, 1min))
    std::ofstream("photos.log") << "alive\n";
}

IAsyncAction saveCaptionAsync(DispatcherQueue window, std::string photo) {
  co_await resume_after(1s);
  std::ofstream(photo + ".txt") << "a caption";
  co_await resume_foreground(window);
  show("saved");
}

fire_and_forget showCountLater() {
  show(std::to_string(co_await countPhotosAsync("holiday")));
}

// Complete, or not waited for at all.
IAsyncAction finishAsync(IAsyncOperation<int> counting) {
  if (counting.Status() == AsyncStatus::Completed)
    show(std::to_string(counting.get()));
  if (counting.wait_for(0s) == AsyncStatus::Started)
    co_await counting;
}

wil::com_task<int> freeSpaceLater() { co_return co_await sizeOnDisk(); }

wil::task<void> pollScan(wil::slim_event &scanned, wil::unique_event &stop) {
  while (!scanned.is_signaled() && !stop.wait(0))
    co_await resume_after(100ms);
}

void inBackground() {
  ThreadPool::RunAsync([](auto &&...) { show(readCaption("two.jpg")); });
  ThreadPoolTimer::CreateTimer([](auto &&) { readCaption("three.jpg"); }, 1s);
}

// Only where it does not run on the window's thread.
IAsyncAction anywhereAsync(DispatcherQueue window, std::string photo) {
  if (window.HasThreadAccess())
    co_await resume_background();
  show(readCaption(photo));
}

// At the start of the program nothing waits for this thread.
int main() { return countPhotosAsync("holiday").get(); }
