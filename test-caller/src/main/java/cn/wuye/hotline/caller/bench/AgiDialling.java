package cn.wuye.hotline.caller.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings a call to the hotline as Asterisk does: FastAGI first, which then asks for the sound. */
final class AgiDialling implements AudioContestant.Dialling {
  private static final Pattern SOUND = Pattern.compile("\"([0-9a-f-]{36}),([^:]+):([0-9]+)\"");
  private static final String GONE = "200 result=-1";

  private final InetSocketAddress agi;

  AgiDialling(InetSocketAddress agi) {
    this.agi = agi;
  }

  @Override
  public void call(AudioLoad load, ByteBuffer[] says, String id) throws IOException {
    try (Socket socket = new Socket(agi.getAddress(), agi.getPort())) {
      socket.setTcpNoDelay(true);
      send(
          socket,
          "agi_network: yes\nagi_network_script: hotline\nagi_request: agi://127.0.0.1/hotline\n"
              + "agi_channel: PJSIP/bench\nagi_language: zh\nagi_type: PJSIP\nagi_uniqueid: "
              + id
              + "\nagi_callerid: 13800000001\nagi_dnid: 4001234567\nagi_extension: 4001234567\n");
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Matcher sound = SOUND.matcher(line);
        if (sound.find()) {
          carry(load, says, sound);
        }
        // She is gone by then: every command says so.
        send(socket, GONE);
      }
    }
  }

  private static void carry(AudioLoad load, ByteBuffer[] says, Matcher sound) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(sound.group(2), Integer.parseInt(sound.group(3)));
    AudioCaller caller =
        new AudioCaller(AudioCaller.connect(address, UUID.fromString(sound.group(1))), says);
    load.add(caller);
    try {
      caller.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
