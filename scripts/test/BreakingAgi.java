import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * An application for the script tests: serves FastAGI calls by one list of commands, prints every
 * answer, then drops the connection as a killed one does. Run as one file: {@code java
 * BreakingAgi.java PORT COMMAND...}; CALLID in a command becomes the call's id.
 */
class BreakingAgi {
  public static void main(String[] args) throws Exception {
    try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]), 5, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(60_000);
      try (Socket call = server.accept()) {
        serve(call, args);
      }
    }
    System.out.println("dropped");
  }

  private static void serve(Socket call, String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.UTF_8));
    String id = "";
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.startsWith("agi_uniqueid: ")) id = line.substring(14);
      if (line.startsWith("agi_arg") || line.startsWith("agi_network_script")) System.out.println(line);
    }
    OutputStream out = call.getOutputStream();
    for (int i = 1; i < args.length; i++) {
      String command = args[i].replace("CALLID", id);
      out.write((command + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      System.out.println(command + " -> " + in.readLine());
    }
  }
}
