package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the caller through by commands of AGI. */
final class AgiTalk implements Connecting.Talk {
  private static final Logger LOG = LoggerFactory.getLogger(AgiTalk.class);
  private static final int NO_SUCH_APPLICATION = -2;

  /** From the end of the whisper into the room, on a busy machine. */
  private static final Duration JOINING = Duration.ofSeconds(6);

  private final CallContext context;
  private final AgiLine agi;

  AgiTalk(CallContext context) {
    this.context = context;
    this.agi = context.agi();
  }

  @Override
  public boolean inRoom(Medium medium, PhoneLine line, Prompt whisper) {
    medium.end();
    if (!answererComes(whisper)) {
      LOG.info("call {}: {} hung up before the talk", context.call().id(), line.number());
      return false;
    }
    connected();
    Duration from = context.time().now();
    int result;
    try {
      result = agi.exec("ConfBridge", context.call().id().value(), "hotline", "hotline-caller");
    } finally {
      context.report().connected(line.name(), from, context.time().now());
    }
    agi.requireAlive();
    if (result == NO_SUCH_APPLICATION) {
      LOG.error("call {}: Asterisk has no ConfBridge; the next line is tried", context.call().id());
      return false;
    }
    return true;
  }

  /**
   * Waits until the answerer has heard the whisper and is in the room; else the caller might wait
   * in it alone for ever. She hears the ringing tone meanwhile.
   */
  private boolean answererComes(Prompt whisper) {
    Duration patience = Pcm.length(context.parts().prompts().pcm(whisper)).plus(JOINING);
    Duration deadline = context.time().now().plus(patience);
    boolean ringing = false;
    while (!somebodyInRoom() && context.time().now().compareTo(deadline) < 0) {
      if (!ringing) {
        agi.exec("Playtones", "ring");
        ringing = true;
      }
      agi.exec("Wait", "0.2");
      agi.requireAlive();
    }
    if (ringing) {
      agi.exec("StopPlaytones");
    }
    return somebodyInRoom();
  }

  private boolean somebodyInRoom() {
    String parties =
        agi.expression("${CONFBRIDGE_INFO(parties," + context.call().id().value() + ")}");
    return !parties.isEmpty() && !parties.equals("0");
  }

  @Override
  public boolean byDial(Medium medium, PhoneLine line, Duration ringing, Prompt whisper) {
    LOG.warn(
        "call {}: nothing can ring {} for us; Asterisk dials by itself",
        context.call().id(),
        line.number());
    medium.end();
    String announcement =
        context.parts().prompts().files(whisper).stream()
            .map(AgiLine::withoutEnding)
            .collect(Collectors.joining("&"));
    Duration from = context.time().now();
    // Dial tells of the answer only when the talk is over.
    context.spoken().over();
    agi.exec(
        "Dial",
        "Local/" + line.number().digits() + "@hotline-outbound/n",
        String.valueOf(Math.max(1, ringing.toSeconds())),
        announcement.isEmpty() ? "gr" : "grA(" + announcement + ")");
    boolean answered = agi.variable("DIALSTATUS").equals("ANSWER");
    if (answered) {
      connected();
      context.report().connected(line.name(), from, context.time().now());
    }
    return answered;
  }

  /** From here on Asterisk does not ring again by itself, whatever becomes of the application. */
  private void connected() {
    agi.setVariable("HOTLINE_CONNECTED", "1");
    context.spoken().over();
  }
}
