package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.intake.CallSettled;
import cn.wuye.hotline.backend.intake.Understanding;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.recording.RecordingStore;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.recording.Transcripts;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class TranscriptionConfiguration {
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final Duration LAST_ROUND = Duration.ofSeconds(10);

  @Bean
  TicketCompletion ticketCompletion(
      Tickets tickets, Additions additions, Understanding understanding) {
    return new TicketCompletion(tickets, additions, understanding);
  }

  @Bean
  Worker transcriptionWorker(
      SpeechRecognizer recognizer,
      Directory directory,
      TranscriptionProperties properties,
      JdbcClient jdbc,
      Recordings recordings,
      RecordingStore store,
      Transcripts transcripts,
      Transactions transactions,
      DatabaseGate gate,
      ApplicationEventPublisher events,
      HotlineProperties hotline,
      Clock clock) {
    Engines engines = new Engines(recognizer, directory);
    Scratch scratch = new Scratch(hotline.home().resolve("run/transcription"));
    try {
      scratch.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("what an earlier run has left cannot be removed", e);
    }
    LocalCopies copies = new LocalCopies(store, scratch);
    TranscriptionJob calls =
        new TranscriptionJob(
            engines,
            properties.secondOpinion(),
            new TranscriptionQueue(jdbc, hotline.nodeId()),
            recordings,
            copies,
            transcripts,
            transactions,
            gate,
            events,
            clock);
    TalkJob talks =
        new TalkJob(
            engines,
            new TalkQueue(jdbc, hotline.nodeId()),
            recordings,
            copies,
            transcripts,
            gate,
            clock);
    Worker worker =
        new Worker(
            new Periodically("transcription", PAUSE, calls::round),
            // On a thread of its own: a ticket that waits for words does not wait for a long talk.
            new Periodically("talk-transcription", PAUSE, talks::round));
    worker.calls().start();
    if (properties.talks()) {
      worker.talks().start();
    }
    return worker;
  }

  /** Looks for work also whenever a call is settled. */
  record Worker(Periodically calls, Periodically talks) implements AutoCloseable {
    @EventListener
    void on(CallSettled settled) {
      calls.now();
      talks.now();
    }

    @Override
    public void close() {
      Periodically.close(List.of(calls, talks), LAST_ROUND);
    }
  }
}
