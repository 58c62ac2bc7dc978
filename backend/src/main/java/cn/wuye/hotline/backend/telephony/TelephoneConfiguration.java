package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.wording.LiveWording;
import cn.wuye.hotline.ivr.agi.CallHolding;
import cn.wuye.hotline.ivr.agi.EmergencySpotter;
import cn.wuye.hotline.ivr.agi.MessageCalls;
import cn.wuye.hotline.ivr.agi.SurveyTalks;
import cn.wuye.hotline.ivr.agi.TelephoneParts;
import cn.wuye.hotline.ivr.agi.TelephoneServer;
import cn.wuye.hotline.ivr.agi.TelephoneSettings;
import cn.wuye.hotline.ivr.dialog.ComplaintDialog;
import cn.wuye.hotline.ivr.dialog.MessageDialog;
import cn.wuye.hotline.ivr.dialog.SurveyDialog;
import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.port.CallLog;
import cn.wuye.hotline.ivr.port.CallsNow;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.KnownIncidents;
import cn.wuye.hotline.ivr.port.MissedSurveys;
import cn.wuye.hotline.ivr.port.PersonQueues;
import cn.wuye.hotline.ivr.port.PhoneRinger;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCalls;
import cn.wuye.hotline.ivr.port.TicketDesk;
import cn.wuye.hotline.ivr.port.TicketProgress;
import cn.wuye.hotline.ivr.prompt.EspeakPrompts;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.wording.Wording;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.channel.LiveChannels;
import cn.wuye.hotline.router.exchange.Exchange;
import cn.wuye.hotline.router.originate.Originator;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The telephone itself. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hotline.telephony.enabled", matchIfMissing = true)
class TelephoneConfiguration {
  @Bean
  RouterRinger phoneRinger(
      Originator originator, PromptAudio prompts, TelephonyProperties telephony) {
    return new RouterRinger(originator::originate, prompts, telephony.number());
  }

  @Bean
  RouterCaller routerCaller(
      Originator originator, AmiConnection ami, TelephonyProperties telephony) {
    return new RouterCaller(originator::originate, ami::connected, telephony.number());
  }

  @Bean
  RouterSurveyor routerSurveyor(
      Originator originator,
      AmiConnection ami,
      LiveChannels live,
      RouterRinger ringer,
      ObjectProvider<TelephoneStart> telephone,
      ObjectProvider<SurveyCalls> surveys,
      ScheduledExecutorService ringTimer,
      TelephonyProperties telephony) {
    return new RouterSurveyor(
        originator::originate,
        new NodeNow(ami, live, ringer, telephone),
        id -> surveys.stream().flatMap(calls -> calls.find(id).stream()).findFirst(),
        telephony.number(),
        ringTimer);
  }

  @Bean
  SurveyDialog surveyDialog(
      TicketDesk desk, Directory directory, PersonQueues queues, Clock clock) {
    return new SurveyDialog(desk, directory, queues, clock);
  }

  @Bean
  SurveyTalks surveyTalks(
      RouterSurveyor surveyor, SurveyDialog dialog, TicketDesk desk, LiveWording wording) {
    return new SurveyTalks(surveyor::find, survey -> asking(survey, wording.get(), dialog, desk));
  }

  @Bean
  ComplaintDialog complaintDialog(
      TicketDesk desk,
      Directory directory,
      TicketProgress progress,
      KnownIncidents incidents,
      ObjectProvider<MissedSurveys> missed,
      PersonQueues queues,
      Clock clock) {
    return new ComplaintDialog(
        desk,
        directory,
        progress,
        incidents,
        // What she was phoned for about a ticket goes before a poll.
        call -> missed.orderedStream().flatMap(each -> each.of(call).stream()).findFirst(),
        queues,
        clock);
  }

  @Bean(destroyMethod = "")
  TelephoneServer telephoneServer(
      TelephonyProperties telephony,
      HotlineProperties hotline,
      EspeakPrompts prompts,
      Directory directory,
      SpeechRecognizer recognizer,
      LiveWording wording,
      CallLog log,
      CallsNow now,
      PhoneRinger ringer,
      ComplaintDialog dialog,
      RouterCaller caller,
      SurveyTalks surveys,
      Clock clock) {
    TelephoneSettings settings =
        TelephoneSettings.of(
            new InetSocketAddress(telephony.agi().host(), telephony.agi().port()),
            new InetSocketAddress(telephony.audioSocket().host(), telephony.audioSocket().port()),
            hotline.home().toAbsolutePath().resolve("run/agi"));
    return new TelephoneServer(
        settings,
        new TelephoneParts(
            prompts,
            new CallerVoices(prompts, directory),
            recognizer,
            log,
            now,
            ringer,
            () -> holding(wording.get(), dialog),
            clock),
        new MessageCalls(
            caller,
            (conversation, message) ->
                new MessageDialog(conversation, message, wording.get().catalogue()).run()),
        surveys);
  }

  /** What she says in it goes to the survey: no ticket is made of it afterwards. */
  private static CallHolding asking(
      SurveyCall survey, Wording wording, SurveyDialog dialog, TicketDesk desk) {
    EmergencyWords words = wording.emergencies();
    return new CallHolding(
        new EmergencySpotter(words::phrases, words::spotted),
        conversation -> {
          dialog.run(conversation, survey, wording);
          desk.served(conversation.call().id());
        });
  }

  private static CallHolding holding(Wording wording, ComplaintDialog dialog) {
    EmergencyWords words = wording.emergencies();
    return new CallHolding(
        new EmergencySpotter(words::phrases, words::spotted),
        conversation -> dialog.run(conversation, wording));
  }

  @Bean
  TelephoneStart telephoneStart(TelephoneServer server, TelephonyProperties telephony) {
    return new TelephoneStart(server, telephony.drain());
  }

  @Bean
  HealthIndicator telephoneHealthIndicator(TelephoneStart telephone) {
    return TelephonyHealth.telephone(telephone);
  }

  @Bean
  HealthIndicator amiHealthIndicator(AmiConnection ami) {
    return TelephonyHealth.ami(ami);
  }

  @Bean
  MeterBinder telephoneMeters(TelephoneStart telephone) {
    return TelephonyMeters.telephone(telephone);
  }

  @Bean
  MeterBinder amiMeters(AmiConnection ami) {
    return TelephonyMeters.ami(ami);
  }

  @Bean
  MeterBinder exchangeMeters(Exchange exchange) {
    return TelephonyMeters.exchange(exchange);
  }

  @Bean
  HealthIndicator asteriskHealthIndicator(Exchange exchange) {
    return TelephonyHealth.asterisk(exchange);
  }

  @Bean
  HealthIndicator trunkHealthIndicator(Exchange exchange) {
    return TelephonyHealth.trunk(exchange);
  }
}
