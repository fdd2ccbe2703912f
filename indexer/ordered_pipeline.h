#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "indexer/bounded_queue.h"
#include "indexer/budget.h"
#include "indexer/source/source.h"

namespace pressmark::indexer {

/// Reads a source on one thread, works on its documents on several, and gives the results to the
/// thread that called run(), in the order of the source whatever the number of threads. What is in
/// flight, documents from their reading until they are consumed and jobs from their posting until
/// they are done, is bounded in number and in bytes.
/// An exception on any of the threads ends the run and comes out of run().
template <typename Result>
class OrderedPipeline {
 public:
  /// What the source said, each document replaced by what the work made of it.
  using Item = std::variant<Result, SkippedInput, Revisit, FileDone, FileUnchanged>;

  using Work = std::function<Result(RawDocument)>;

  struct Limits {
    unsigned jobs = 1;                          // worker threads
    std::size_t bytes = std::size_t{12} << 20;  // in flight; one document passes
    std::size_t waiting_jobs = 2;               // posted and not done: more stop the intake
  };

  struct Handlers {
    std::function<Work()> make_work;       // once on each worker: what it keeps is the thread's own
    std::function<void(Item)> consume;     // on the caller of run()
    std::function<void()> at_end;          // after the last item, on the caller of run()
    std::function<bool()> stop_requested;  // asked by the reader between items
  };

  OrderedPipeline(Source& source, Limits limits, Handlers handlers)
      : source_(source),
        limits_(limits),
        handlers_(std::move(handlers)),
        budget_(kChunksPerJob * limits.jobs + kChunksPerJob, limits.bytes),
        tasks_(kUnbounded, kUnbounded),
        completions_(kUnbounded, kUnbounded) {}

  ~OrderedPipeline() { stop(); }

  OrderedPipeline(const OrderedPipeline&) = delete;
  OrderedPipeline& operator=(const OrderedPipeline&) = delete;

  /// Until the source is at its end, everything is consumed, and whatever was posted or expected is
  /// done.
  void run() {
    threads_.emplace_back([this] { guarded([this] { read(); }); });
    for (unsigned i = 0; i < limits_.jobs; ++i) {
      threads_.emplace_back([this] { guarded([this] { work(); }); });
    }
    std::uint64_t next = 0;
    bool at_end = false;
    std::map<std::uint64_t, Results> early;
    while (!at_end || outstanding_ > 0) {
      const auto completion = completions_.pop();
      if (!completion) return;
      if (auto* chunk = std::get_if<Results>(&*completion->content)) {
        early.emplace(chunk->number, std::move(*chunk));
      } else {
        finish(std::get<Done>(*completion->content));
      }
      while (!at_end && jobs_ < limits_.waiting_jobs && !early.empty() &&
             early.begin()->first == next) {
        at_end = consume(std::move(early.extract(early.begin()).mapped()));
        ++next;
      }
    }
    tasks_.close();
  }

  /// Runs `job` on a worker, before documents that wait, then `done` on the caller of run().
  /// `bytes`: of the documents that it holds until then. From consume() or a done().
  void post(std::function<void()> job, std::function<void()> done, std::size_t bytes = 0) {
    ++jobs_;
    ++outstanding_;
    budget_.add(bytes);
    tasks_.push_urgent(Task(Job{std::move(job), std::move(done), bytes}));
  }

  /// Something elsewhere will call complete() once. From consume() or a done().
  void expect() { ++outstanding_; }

  /// From any thread: `done` runs on the caller of run(); it may throw.
  void complete(std::function<void()> done) { put(Done{std::move(done), {}, nullptr}); }

 private:
  static constexpr std::size_t kUnbounded = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t kChunksPerJob = 8;
  static constexpr std::size_t kChunkItems = 64;
  static constexpr std::size_t kChunkBytes = std::size_t{128} << 10;

  struct Chunk {
    std::uint64_t number = 0;
    std::vector<SourceItem> items;
    std::size_t bytes = 0;
    bool last = false;
  };
  struct Results {
    std::uint64_t number = 0;
    std::vector<Item> items;
    std::size_t bytes = 0;  // of the chunk
    bool last = false;
  };
  struct Job {
    std::function<void()> job, done;
    std::size_t bytes = 0;
  };
  struct Done {
    std::function<void()> done;
    std::optional<std::size_t> job_bytes;  // nothing: it was no job
    std::exception_ptr failure;
  };
  using Task = std::variant<Chunk, Job>;
  struct Completion {
    std::unique_ptr<std::variant<Results, Done>> content;
  };

  template <typename Content>
  void put(Content content) {
    completions_.push({std::make_unique<std::variant<Results, Done>>(std::move(content))});
  }

  void guarded(const std::function<void()>& body) {
    try {
      body();
    } catch (...) {
      put(Done{nullptr, {}, std::current_exception()});
    }
  }

  void read() {
    Chunk chunk;
    for (std::uint64_t number = 0; !chunk.last; ++number) {
      chunk = read_chunk(number);
      if (!budget_.take(chunk.bytes)) return;
      const bool last = chunk.last;
      if (!tasks_.push(Task(std::move(chunk)))) return;
      chunk.last = last;
    }
  }

  Chunk read_chunk(std::uint64_t number) {
    Chunk chunk{number, {}, 0, false};
    while (chunk.items.size() < kChunkItems && chunk.bytes < kChunkBytes) {
      std::optional<SourceItem> item;
      if (!handlers_.stop_requested()) item = source_.next();
      if (!item) {
        chunk.last = true;
        break;
      }
      if (const auto* document = std::get_if<RawDocument>(&*item))
        chunk.bytes += document->bytes.size();
      chunk.items.push_back(std::move(*item));
    }
    return chunk;
  }

  void work() {
    const Work document_work = handlers_.make_work();
    while (auto task = tasks_.pop()) {
      if (auto* job = std::get_if<Job>(&*task)) {
        job->job();
        put(Done{std::move(job->done), job->bytes, nullptr});
        continue;
      }
      auto& chunk = std::get<Chunk>(*task);
      Results results{chunk.number, {}, chunk.bytes, chunk.last};
      results.items.reserve(chunk.items.size());
      for (SourceItem& item : chunk.items) {
        results.items.push_back(
            std::visit([&](auto& part) { return worked(document_work, std::move(part)); }, item));
      }
      put(std::move(results));
    }
  }

  static Item worked(const Work& work, RawDocument document) { return work(std::move(document)); }
  template <typename Other>
  static Item worked(const Work&, Other other) {
    return other;
  }

  /// True when this was the last chunk.
  bool consume(Results results) {
    for (Item& item : results.items) handlers_.consume(std::move(item));
    budget_.give_back(results.bytes);
    if (results.last) handlers_.at_end();
    return results.last;
  }

  void finish(const Done& done) {
    if (done.failure) std::rethrow_exception(done.failure);
    if (done.job_bytes) {
      --jobs_;
      budget_.give_back(*done.job_bytes);
    }
    if (done.done) done.done();
    --outstanding_;
  }

  void stop() {
    budget_.close();
    tasks_.abandon();
    completions_.abandon();
    threads_.clear();  // joins
  }

  Source& source_;
  const Limits limits_;
  const Handlers handlers_;
  Budget budget_;  // for chunks that are read and not consumed, and jobs that are not done
  BoundedQueue<Task> tasks_;
  BoundedQueue<Completion> completions_;
  std::size_t jobs_ = 0;  // these two belong to the caller of run()
  std::size_t outstanding_ = 0;
  std::vector<std::jthread> threads_;
};

}  // namespace pressmark::indexer
