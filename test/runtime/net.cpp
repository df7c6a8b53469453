// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/event.h>
#include <tide/gather.h>
#include <tide/net.h>
#include <tide/run.h>
#include <tide/time.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using namespace tide;

namespace {

/// Long enough for what is to come.
constexpr duration long_enough = 30s;

const run_options on_a_virtual_clock{.virtual_clock = true};

struct ends {
  tcp_stream client, server;
};

task<ends> connected() {
  // The kernel takes its time, which a virtual clock knows nothing of.
  event_loop::outside_work handshake(event_loop::current());
  tcp_server server;
  auto accepted = spawn(server.accept());
  auto client = co_await tcp_stream::connect(server.port(), long_enough);
  auto stream = co_await std::move(accepted);
  co_return ends{std::move(client), std::move(stream)};
}

task<> echo(tcp_stream stream) {
  while (auto line = co_await stream.read_line())
    co_await stream.write_all(*line + "\n");
}

/// What the system says of an error that \p work ends with; 0 without one.
template <class T> task<int> error_of(task<T> work) {
  try {
    co_await std::move(work);
  } catch (const std::system_error &error) {
    co_return error.code().value();
  }
  co_return 0;
}

/// Asks a waiting task to stop in the same turn of the loop as what it waits
/// for comes, but after that.
template <class T> task<> cancel_once_woken(handle<T> &waiting) {
  event_loop::timer timer(event_loop::current(), now(),
                          [&] { waiting.cancel(); });
  co_await sleep_until(now());
}

TEST(tcp_stream, carries_text_both_ways) {
  auto main = []() -> task<> {
    auto [client, server] = co_await connected();
    co_await client.write_all("question\n");
    EXPECT_EQ(co_await server.read_line(long_enough), "question");
    co_await server.write_all("answer\n");
    EXPECT_EQ(co_await client.read_line(long_enough), "answer");
  };
  run(main());
}

TEST(tcp_stream, reads_lines_however_they_come) {
  auto main = []() -> task<> {
    auto [client, server] = co_await connected();
    co_await client.write_all("one\n\nthree\nfo");
    EXPECT_EQ(co_await server.read_line(), "one");
    EXPECT_EQ(co_await server.read_line(), "");
    EXPECT_EQ(co_await server.read_line(), "three");
    auto fourth = spawn(server.read_line());
    co_await sleep_for(1ms);
    EXPECT_FALSE(fourth.done());
    co_await client.write_all("ur\nthe last");
    client.close();
    EXPECT_EQ(co_await fourth, "four");
    EXPECT_EQ(co_await server.read_line(), "the last");
    EXPECT_EQ(co_await server.read_line(), std::nullopt);
    EXPECT_EQ(co_await server.read_line(), std::nullopt);
  };
  run(main());
}

TEST(tcp_stream, reads_what_is_there) {
  auto main = []() -> task<> {
    auto [client, server] = co_await connected();
    co_await client.write_all("line\nabcdef");
    char buffer[4];
    EXPECT_EQ(co_await server.read_line(), "line");
    std::string all;
    while (all.size() < 6) // some of it is buffered, some may not have come yet
      all.append(buffer, co_await server.read_some(buffer));
    EXPECT_EQ(all, "abcdef");
    client.close();
    EXPECT_EQ(co_await server.read_some(buffer, long_enough), 0U);
  };
  run(main());
}

TEST(tcp_stream, takes_no_endless_line) {
  auto main = []() -> task<> {
    auto [client, server] = co_await connected();
    const std::string text(2 * tcp_stream::longest_line, 'x');
    auto writing = spawn(client.write_all(text));
    auto reading = spawn(server.read_line());
    co_await reading.join();
    EXPECT_EQ(message_of(reading.error()), "a line is too long");
    writing.cancel();
    co_await writing.join();
  };
  run(main());
}

TEST(tcp_stream, may_be_read_and_written_at_once) {
  auto main = []() -> task<> {
    auto [client, server] = co_await connected();
    const std::string text(std::size_t{16} << 20,
                           'x'); // more than the kernel buffers
    auto read_all = [&](tcp_stream &stream) -> task<std::size_t> {
      std::vector<char> buffer(1 << 16);
      std::size_t sum = 0;
      while (sum < text.size())
        sum += co_await stream.read_some(buffer);
      co_return sum;
    };
    auto to_server = spawn(client.write_all(text));
    auto to_client = spawn(server.write_all(text));
    co_await sleep_for(1ms);
    EXPECT_FALSE(to_server.done());
    EXPECT_FALSE(to_client.done());
    auto [at_client, at_server] =
        co_await gather(read_all(client), read_all(server));
    EXPECT_EQ(at_client, text.size());
    EXPECT_EQ(at_server, text.size());
    co_await to_server;
    co_await to_client;
  };
  run(main());
}

TEST(tcp_stream, writes_as_fast_as_the_other_side_reads) {
  auto main = []() -> task<> {
    auto [client, server] = co_await connected();
    std::vector<std::string> lines;
    for (char c = 'a'; c <= 'z'; ++c)
      lines.insert(lines.end(), 20, std::string(1 << 15, c));
    std::string text;
    for (const auto &line : lines)
      text += line + "\n";
    auto writing = spawn(client.write_all(text));
    for (const auto &line : lines) {
      const auto read = co_await server.read_line(long_enough);
      EXPECT_TRUE(read == line); // too long to be shown
    }
    co_await writing;
  };
  run(main());
}

TEST(tcp_stream, keeps_half_a_line_when_the_deadline_passes) {
  auto main = []() -> task<> {
    auto [client, server] = co_await connected();
    const auto begin = now();
    co_await client.write_all("half a");
    bool too_late = false;
    try {
      co_await server.read_line(1h);
    } catch (const timeout_error &) {
      too_late = true;
    }
    EXPECT_TRUE(too_late);
    EXPECT_EQ(now(), begin + 1h);
    co_await client.write_all(" line\n");
    EXPECT_EQ(co_await server.read_line(), "half a line");
  };
  run(main(), on_a_virtual_clock);
}

TEST(tcp_stream, loses_nothing_when_its_reader_is_cancelled) {
  auto main = []() -> task<> {
    auto [client, server] = co_await connected();
    auto waiting = spawn(server.read_line());
    co_await sleep_for(1s);
    waiting.cancel();
    co_await waiting.join();
    EXPECT_TRUE(waiting.cancelled());
    co_await client.write_all("text\n");
    EXPECT_EQ(co_await server.read_line(), "text");
  };
  run(main(), on_a_virtual_clock);
}

TEST(tcp_stream, loses_nothing_when_its_reader_is_cancelled_that_was_woken) {
  auto main = []() -> task<> {
    auto [client, server] = co_await connected();
    auto waiting = spawn(server.read_line());
    co_await sleep_for(1ms);
    co_await client.write_all("text\n");
    co_await cancel_once_woken(waiting);
    co_await waiting.join();
    // Whether the text came in time is up to the kernel.
    std::optional<std::string> line;
    if (waiting.cancelled())
      line = co_await server.read_line();
    else
      line = waiting.result();
    EXPECT_EQ(line, "text");
  };
  run(main());
}

TEST(tcp_stream, can_stop_writing_to_one_who_does_not_read) {
  auto main = []() -> task<> {
    auto [client, server] = co_await connected();
    const std::string text(std::size_t{16} << 20, 'x');
    auto writing = spawn(client.write_all(text));
    co_await sleep_for(1ms);
    EXPECT_FALSE(writing.done());
    writing.cancel();
    co_await writing.join();
    EXPECT_TRUE(writing.cancelled());
  };
  run(main());
}

TEST(tcp_stream, lets_others_have_their_turn_though_it_is_always_ready) {
  auto main = []() -> task<> {
    auto [client, server] = co_await connected();
    auto reads_on_at_the_end = [](tcp_stream &stream) -> task<> {
      char buffer[1];
      for (;;)
        co_await stream.read_some(buffer);
    };
    auto reading = spawn(reads_on_at_the_end(server));
    client.close();
    co_await sleep_for(1ms);
    EXPECT_FALSE(reading.done());
    reading.cancel();
    co_await reading.join();
    EXPECT_TRUE(reading.cancelled());
  };
  run(main());
}

TEST(tcp_stream, wakes_its_reader_with_an_error_when_it_is_closed) {
  auto main = []() -> task<> {
    auto [client, server] = co_await connected();
    auto reading = spawn(error_of(client.read_line()));
    co_await sleep_for(1ms);
    client.close();
    client.close();
    EXPECT_EQ(co_await reading, EBADF);
    EXPECT_EQ(co_await error_of(client.write_all("x")), EBADF);
    EXPECT_EQ(co_await server.read_line(), std::nullopt);
  };
  run(main());
}

TEST(tcp_stream, tells_the_other_side_when_it_is_gone) {
  auto main = []() -> task<> {
    auto pair = std::optional(co_await connected());
    auto server = std::move(pair->server);
    auto reading = spawn(server.read_line());
    pair.reset();
    EXPECT_EQ(co_await reading, std::nullopt);
    const std::string text(1 << 16, 'x');
    int error = 0;
    while (error == 0) // it takes a while until the kernel knows
      error = co_await error_of(server.write_all(text));
    EXPECT_TRUE(error == EPIPE || error == ECONNRESET) << error;
  };
  run(main());
}

TEST(tcp_stream, is_refused_where_nobody_listens) {
  auto main = []() -> task<> {
    std::uint16_t port = 0;
    {
      tcp_server server;
      port = server.port();
    }
    EXPECT_EQ(co_await error_of(tcp_stream::connect(port, long_enough)),
              ECONNREFUSED);
  };
  run(main());
}

TEST(tcp_stream, gives_up_connecting_when_the_deadline_passes) {
  auto main = []() -> task<> {
    detail::unique_fd deaf(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0),
                           "socket");
    auto address = detail::socket_address("127.0.0.1", 0);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(deaf.get(), reinterpret_cast<sockaddr *>(&address), size),
              0);
    EXPECT_EQ(::listen(deaf.get(), 0), 0);
    EXPECT_EQ(::getsockname(deaf.get(), reinterpret_cast<sockaddr *>(&address),
                            &size),
              0);
    std::vector<tcp_stream> streams;
    const auto begin = now();
    bool too_late = false;
    while (!too_late) { // the kernel accepts some for it
      try {
        streams.push_back(co_await tcp_stream::connect(
            "127.0.0.1", ntohs(address.sin_port), 1min));
      } catch (const timeout_error &) {
        too_late = true;
      }
    }
    EXPECT_EQ(now(), begin + 1min);
  };
  run(main(), on_a_virtual_clock);
}

TEST(tcp_stream, connects_to_a_numeric_address_only) {
  auto main = []() -> task<> {
    // NOLINTNEXTLINE(async-unawaited-task): it throws before there is a task
    EXPECT_THROW((void)tcp_stream::connect("localhost", 80, long_enough),
                 std::invalid_argument);
    tcp_server server;
    auto accepted = spawn(server.accept());
    auto client =
        co_await tcp_stream::connect("127.0.0.1", server.port(), long_enough);
    auto stream = co_await std::move(accepted);
  };
  run(main());
}

TEST(tcp_server, has_a_port_of_its_own) {
  auto main = []() -> task<> {
    tcp_server one, two;
    EXPECT_NE(one.port(), 0);
    EXPECT_NE(one.port(), two.port());
    EXPECT_THROW(tcp_server{one.port()}, std::system_error);
    co_return;
  };
  run(main());
}

TEST(tcp_server, accepts_the_next_one_when_the_task_before_was_cancelled) {
  auto main = []() -> task<> {
    tcp_server server;
    auto waiting = spawn(server.accept());
    co_await sleep_for(1ms);
    waiting.cancel();
    co_await waiting.join();
    EXPECT_TRUE(waiting.cancelled());
    auto accepting = spawn(server.accept());
    auto client = co_await tcp_stream::connect(server.port(), long_enough);
    auto accepted = co_await std::move(accepting);
    co_await accepted.write_all("hello\n");
    EXPECT_EQ(co_await client.read_line(), "hello");
  };
  run(main());
}

TEST(tcp_server, accepts_for_several_tasks) {
  auto main = []() -> task<> {
    tcp_server server;
    std::vector<task<tcp_stream>> accepting, connecting;
    for (int i = 0; i < 3; ++i) {
      accepting.push_back(server.accept());
      connecting.push_back(tcp_stream::connect(server.port(), long_enough));
    }
    auto accepted = spawn(gather(std::move(accepting)));
    co_await sleep_for(1ms);
    auto connections = co_await gather(std::move(connecting));
    EXPECT_EQ((co_await accepted).size(), 3U);
    EXPECT_EQ(connections.size(), 3U);
  };
  run(main());
}

TEST(tcp_server, serves_many_at_once) {
  auto main = []() -> task<> {
    tcp_server server;
    auto serving = spawn(server.serve(echo));
    auto talk = [&](int who) -> task<> {
      auto stream = co_await tcp_stream::connect(server.port(), long_enough);
      for (int i = 0; i < 3; ++i) {
        const std::string text = std::to_string(who) + ' ' + std::to_string(i);
        co_await stream.write_all(text + "\n");
        EXPECT_EQ(co_await stream.read_line(long_enough), text);
      }
    };
    std::vector<task<>> clients;
    for (int i = 0; i < 50; ++i)
      clients.push_back(talk(i));
    co_await gather(std::move(clients));
    serving.cancel();
    co_await serving.join();
    EXPECT_TRUE(serving.cancelled());
  };
  run(main());
}

TEST(tcp_server, serves_no_more_than_its_limit) {
  auto main = []() -> task<> {
    tcp_server server;
    int now = 0, most = 0, served = 0;
    auto handler = [&](tcp_stream stream) -> task<> {
      most = std::max(most, ++now);
      co_await stream.write_all(*co_await stream.read_line() + "\n");
      --now;
      ++served;
    };
    auto serving = spawn(server.serve(handler, 2));
    auto talk = [&]() -> task<> {
      auto stream = co_await tcp_stream::connect(server.port(), long_enough);
      co_await sleep_for(1ms);
      co_await stream.write_all("text\n");
      EXPECT_EQ(co_await stream.read_line(long_enough), "text");
    };
    std::vector<task<>> clients;
    for (int i = 0; i < 10; ++i)
      clients.push_back(talk());
    co_await gather(std::move(clients));
    EXPECT_EQ(served, 10);
    EXPECT_EQ(most, 2);
    serving.cancel();
    co_await serving.join();
  };
  run(main());
}

TEST(tcp_server, goes_on_when_a_connection_fails) {
  debug_report report;
  auto main = []() -> task<> {
    tcp_server server;
    auto handler = [](tcp_stream stream) -> task<> {
      auto line = co_await stream.read_line();
      if (line == "fail")
        throw std::runtime_error("bad request");
      co_await stream.write_all("fine\n");
    };
    auto serving = spawn(server.serve(handler, 1));
    for (const char *text : {"fail\n", "go on\n", "fail\n"}) {
      auto stream = co_await tcp_stream::connect(server.port(), long_enough);
      co_await stream.write_all(text);
      const auto answer = co_await stream.read_line(long_enough);
      EXPECT_EQ(answer.has_value(), text == std::string("go on\n"));
    }
    EXPECT_FALSE(serving.done());
    serving.cancel();
    co_await serving.join();
  };
  run(main(), {.debug = true, .slow_step = 1h, .report = &report});
  ASSERT_EQ(report.lost_errors.size(), 2U);
  EXPECT_EQ(report.lost_errors.front().message, "bad request");
}

TEST(tcp_server, stops_its_connections_when_it_is_cancelled) {
  auto main = []() -> task<> {
    tcp_server server;
    event both_are_there;
    int open = 0;
    auto handler = [&](tcp_stream stream) -> task<> {
      if (++open == 2)
        both_are_there.set();
      try {
        co_await stream.read_line();
      } catch (const cancelled &) {
        --open;
        throw;
      }
    };
    auto serving = spawn(server.serve(handler));
    auto one = co_await tcp_stream::connect(server.port(), long_enough);
    auto two = co_await tcp_stream::connect(server.port(), long_enough);
    co_await both_are_there.wait();
    serving.cancel();
    co_await serving.join();
    EXPECT_TRUE(serving.cancelled());
    EXPECT_EQ(open, 0);
    EXPECT_EQ(co_await one.read_line(long_enough), std::nullopt);
    EXPECT_EQ(co_await two.read_line(long_enough), std::nullopt);
  };
  run(main());
}

TEST(tcp_server, ends_with_the_program) {
  debug_report report;
  auto main = [&]() -> task<> {
    auto server_program = []() -> task<> {
      tcp_server server;
      co_await server.serve(echo);
    };
    // NOLINTNEXTLINE(async-dropped-task-handle): its end is what is tested
    (void)spawn(server_program());
    co_await yield_now();
  };
  run(main(), {.debug = true, .slow_step = 1h, .report = &report});
  EXPECT_TRUE(report.clean()) << report;
}

} // namespace
