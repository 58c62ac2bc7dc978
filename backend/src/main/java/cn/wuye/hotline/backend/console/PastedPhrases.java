package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases pasted from a spreadsheet, one a line: phrase, category (its code or its name), weight,
 * synonyms, kind, urgency; separated by tabs, the last four may be missing.
 *
 * @param wrong the lines whose category is not known, as they were pasted
 */
record PastedPhrases(List<LexiconPhrase> phrases, List<String> wrong) {
  private static final String USUAL_WEIGHT = "3";

  static PastedPhrases read(String rows, List<Choice> categories) {
    Map<String, String> codes = new HashMap<>();
    for (Choice each : categories) {
      codes.put(each.value(), each.value());
      codes.putIfAbsent(each.text().strip().replace("\u3000", ""), each.value());
    }
    List<LexiconPhrase> phrases = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String row : rows.lines().filter(line -> !line.isBlank()).toList()) {
      String[] cells = row.split("\t", -1);
      String topic = codes.get(cell(cells, 1));
      if (topic == null) {
        wrong.add(row.replace('\t', ' '));
      } else {
        String weight = cell(cells, 2);
        phrases.add(
            LexiconForm.read(
                cell(cells, 0),
                cell(cells, 3),
                topic,
                weight.isEmpty() ? USUAL_WEIGHT : weight,
                cell(cells, 4),
                cell(cells, 5)));
      }
    }
    return new PastedPhrases(phrases, wrong);
  }

  private static String cell(String[] cells, int index) {
    return index < cells.length ? cells[index].strip() : "";
  }
}
