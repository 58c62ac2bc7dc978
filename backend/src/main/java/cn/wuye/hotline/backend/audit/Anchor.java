package cn.wuye.hotline.backend.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** That another node's chain had this entry with this hash. */
record Anchor(String node, long sequence, String hash) {

  static String lines(List<Anchor> anchors) {
    return anchors.stream()
        .map(anchor -> anchor.node + " " + anchor.sequence + " " + anchor.hash)
        .collect(Collectors.joining("\n"));
  }

  static List<Anchor> parse(String lines) {
    List<Anchor> anchors = new ArrayList<>();
    for (String line : lines.split("\n")) {
      String[] parts = line.split(" ");
      if (parts.length == 3 && parts[1].matches("[0-9]{1,18}")) {
        anchors.add(new Anchor(parts[0], Long.parseLong(parts[1]), parts[2]));
      }
    }
    return anchors;
  }
}
