package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.ivr.agi.CallHolding;
import cn.wuye.hotline.ivr.agi.EmergencySpotter;
import cn.wuye.hotline.ivr.agi.TelephoneParts;
import cn.wuye.hotline.ivr.agi.TelephoneServer;
import cn.wuye.hotline.ivr.agi.TelephoneSettings;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.CallLog;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import cn.wuye.hotline.ivr.speech.NoSpeech;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The hotline's telephone with everything but a recogniser and a database: FastAGI, AudioSocket,
 * voice activity, turns. Its conversation is one question, again and again.
 */
final class AudioServer {
  private static final Prompt QUESTION =
      new Prompt("bench", List.of(new Prompt.Fixed("bench", "请讲")));

  private AudioServer() {}

  /**
   * Takes calls from now on.
   *
   * @param arguments the prompt's file (raw 8 kHz sound), a folder for short-lived files, the port
   *     of AudioSocket, the port of FastAGI
   */
  static void serve(String... arguments) throws IOException {
    byte[] prompt = Files.readAllBytes(Path.of(arguments[0]));
    TelephoneSettings settings =
        TelephoneSettings.of(at(arguments[3]), at(arguments[2]), Path.of(arguments[1]));
    TelephoneParts parts =
        new TelephoneParts(
            new OnePrompt(prompt),
            new NoSpeech("性能测试"),
            new NoLog(),
            (line, room, timeout, whisper) -> {
              throw new UnsupportedOperationException("nobody is rung here");
            },
            () -> new CallHolding(EmergencySpotter.NONE, AudioServer::talk),
            Clock.systemUTC());
    new TelephoneServer(settings, parts).start();
  }

  private static InetSocketAddress at(String port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
  }

  /** Until {@link HangUp}. */
  private static void talk(Conversation conversation) {
    while (true) {
      conversation.turn(QUESTION, Listening.open());
    }
  }

  private record OnePrompt(byte[] sound) implements PromptAudio {
    @Override
    public byte[] pcm(Prompt prompt) {
      return sound;
    }

    @Override
    public List<Path> files(Prompt prompt) {
      return List.of();
    }
  }

  private static final class NoLog implements CallLog {
    @Override
    public void started(Call call) {}

    @Override
    public void turn(CallId call, Turn turn) {}

    @Override
    public void ended(CallId call) {}
  }
}
