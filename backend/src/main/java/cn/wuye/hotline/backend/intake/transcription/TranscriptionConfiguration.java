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
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class TranscriptionConfiguration {
  private static final Duration PAUSE = Duration.ofSeconds(15);

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
    TranscriptionJob job =
        new TranscriptionJob(
            recognizer,
            directory,
            properties.secondOpinion(),
            new TranscriptionQueue(jdbc, hotline.nodeId()),
            recordings,
            store,
            transcripts,
            transactions,
            gate,
            events,
            hotline.home().resolve("run/transcription"),
            clock);
    Worker worker = new Worker(new Periodically("transcription", PAUSE, job::round));
    worker.work().start();
    return worker;
  }

  /** Looks for work also whenever a call is settled. */
  record Worker(Periodically work) implements AutoCloseable {
    @EventListener
    void on(CallSettled settled) {
      work.now();
    }

    @Override
    public void close() {
      work.close();
    }
  }
}
