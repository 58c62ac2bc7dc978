package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.number.NumberRange;
import cn.wuye.hotline.backend.intake.number.NumberStock;
import cn.wuye.hotline.backend.intake.spool.Fallback;
import cn.wuye.hotline.backend.intake.spool.Spool;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.TicketNumbers;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.TicketDesk;
import cn.wuye.hotline.router.channel.LiveChannels;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(IntakeConfiguration.class);

  @Bean
  Journal callJournal(HotlineProperties hotline) {
    return new Journal(hotline.home().resolve("journal"));
  }

  @Bean
  Spool spool(HotlineProperties hotline) {
    return new Spool(hotline.home().resolve("spool"));
  }

  @Bean
  RejectedSounds rejectedSounds(HotlineProperties hotline) {
    return new RejectedSounds(hotline.home().resolve("spool"));
  }

  @Bean
  LiveCalls liveCalls() {
    return new LiveCalls();
  }

  @Bean
  CallsSoFar callsSoFar(
      Journal journal, HotlineProperties hotline, Tickets tickets, DatabaseGate gate) {
    return new CallsSoFar(journal, hotline.nodeId(), tickets::ofCall, gate);
  }

  @Bean
  NumberStock numberStock(
      HotlineProperties hotline,
      IntakeProperties properties,
      TicketNumbers numbers,
      DatabaseGate gate) {
    return new NumberStock(
        hotline.home().resolve("journal/numbers.json"),
        size -> {
          var range = gate.run(PATIENCE, () -> numbers.reserve(hotline.nodeId(), size));
          return new NumberRange(range.firstSequence(), range.lastSequence() + 1);
        },
        properties.numbers());
  }

  @Bean
  StockedNumbers stockedNumbers(NumberStock stock, HotlineProperties hotline, Clock clock) {
    return new StockedNumbers(stock, hotline.nodeId(), clock);
  }

  @Bean
  TicketEntering ticketEntering(
      Journal journal, CallBook book, LiveRecording liveRecording, Clock clock) {
    return new TicketEntering(journal, book, clock, liveRecording::ticketEntered);
  }

  @Bean
  CallMeters callLog(
      Journal journal,
      LiveCalls live,
      Clock clock,
      ObjectProvider<IntakeWorker> worker,
      MeterRegistry meters) {
    return new CallMeters(
        new JournalCallLog(journal, live, clock, call -> worker.getObject().now()), meters);
  }

  @Bean
  CallLocks soundLocks() {
    return new CallLocks();
  }

  @Bean
  LiveRecording liveRecording(
      HotlineProperties hotline,
      Spool spool,
      Journal journal,
      CallBook book,
      DatabaseGate gate,
      CallLocks soundLocks) {
    return new LiveRecording(
        spool, hotline.home().resolve("run/live"), journal, book, gate, soundLocks);
  }

  @Bean
  TicketDesk ticketDesk(
      Journal journal,
      StockedNumbers numbers,
      TicketEntering entering,
      DatabaseGate gate,
      Clock clock) {
    return new JournalTicketDesk(
        journal,
        numbers,
        entering,
        gate,
        PATIENCE,
        code -> Coded.find(Urgency.class, code).orElse(Urgency.GENERAL).acceptWithin(),
        clock);
  }

  @Bean
  IntakeWorker intakeWorker(
      Journal journal,
      Spool spool,
      RejectedSounds rejectedSounds,
      LiveCalls live,
      StockedNumbers numbers,
      NumberStock stock,
      TicketEntering entering,
      CallBook book,
      CallLocks soundLocks,
      DatabaseGate gate,
      Directory directory,
      Understanding understanding,
      ObjectProvider<LiveChannels> channels,
      IntakeProperties properties,
      ApplicationEventPublisher events,
      CallMeters meters,
      Clock clock) {
    Settlement settlement =
        new Settlement(
            journal,
            spool,
            new SoundExamination(rejectedSounds),
            new LateDrafts(understanding::of, home(directory)),
            numbers,
            entering,
            book,
            soundLocks,
            clock,
            (call, step) -> {
              LOG.debug("Call {}: {}", call, step);
              if (step.equals("settled") && wentOnAlone(spool, call)) {
                meters.fallback();
              }
            });
    Attempts attempts = new Attempts(clock);
    Intake intake =
        new Intake(
            journal,
            spool,
            new CallsOver(
                live,
                call ->
                    Optional.ofNullable(channels.getIfAvailable())
                        .filter(LiveChannels::current)
                        .map(current -> current.find(call.value()).isPresent()),
                clock),
            entering,
            settlement,
            gate,
            attempts,
            call -> events.publishEvent(new CallSettled(call)));
    return new IntakeWorker(
        new Periodically(
            "intake",
            properties.round(),
            () -> {
              if (gate.isOpen()) {
                stock.refill();
              }
              intake.round();
            }));
  }

  @Bean(initMethod = "start")
  Periodically journalPurge(Journal journal, IntakeProperties properties, Clock clock) {
    return new Periodically(
        "journal-purge",
        Duration.ofHours(1),
        () -> journal.purgeDone(clock.instant(), properties.keepJournals()));
  }

  private static boolean wentOnAlone(Spool spool, CallId call) {
    return spool
        .find(call)
        .filter(spooled -> spooled.sheet().fallback() != Fallback.NONE)
        .isPresent();
  }

  /** Where a caller lives, as far as her number tells. */
  private static Function<PhoneNumber, Place> home(Directory directory) {
    return number ->
        directory
            .caller(number)
            .map(c -> new Place(c.estateId(), c.building(), c.unit(), c.room(), ""))
            .orElse(Place.UNKNOWN);
  }
}
