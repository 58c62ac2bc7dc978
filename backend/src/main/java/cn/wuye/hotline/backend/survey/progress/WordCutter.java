package cn.wuye.hotline.backend.survey.progress;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.springframework.stereotype.Component;

/**
 * Cuts Chinese into words, without those that say nothing ({@code surveys/words.txt}). Traditional
 * characters are read as simplified ones.
 */
@Component
class WordCutter {
  private static final String FILE = "/surveys/words.txt";
  private static final String SINGLE = "single:";
  private static final String TOGETHER = "together:";

  /** What a recogniser puts between its own words, which are not those of the dictionary. */
  private static final Pattern BETWEEN = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

  private static final Pattern WORD = Pattern.compile("[\\p{IsHan}a-z]+");

  private final Set<String> silent = new HashSet<>();
  private final Set<String> single = new HashSet<>();
  private final Set<String> together = new HashSet<>();
  private final int longest;

  WordCutter() {
    for (String line : lines()) {
      if (line.startsWith(SINGLE)) {
        add(single, line.substring(SINGLE.length()));
      } else if (line.startsWith(TOGETHER)) {
        add(together, line.substring(TOGETHER.length()));
      } else {
        add(silent, line);
      }
    }
    longest = together.stream().mapToInt(String::length).max().orElse(0);
  }

  private static void add(Set<String> set, String words) {
    set.addAll(Arrays.asList(words.strip().split("\\s+")));
  }

  /** The different words of a text that say something, in the order in which they come. */
  Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : joined(cut(plain(text)))) {
      if (telling(word)) {
        words.add(word);
      }
    }
    return words;
  }

  private static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return ZhConverterUtil.toSimple(BETWEEN.matcher(folded).replaceAll(""));
  }

  private boolean telling(String word) {
    if (!WORD.matcher(word).matches() || silent.contains(word)) {
      return false;
    }
    return word.length() > 1 || single.contains(word);
  }

  /** Neighbours that are one word together, the longest first. */
  private List<String> joined(List<String> words) {
    List<String> joined = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int end = at + 1;
      StringBuilder several = new StringBuilder(words.get(at));
      for (int next = at + 1; next < words.size() && several.length() < longest; next++) {
        several.append(words.get(next));
        if (together.contains(several.toString())) {
          end = next + 1;
        }
      }
      joined.add(String.join("", words.subList(at, end)));
      at = end;
    }
    return joined;
  }

  private static List<String> cut(String text) {
    List<String> words = new ArrayList<>();
    try (HMMChineseTokenizer tokens = new HMMChineseTokenizer()) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      tokens.setReader(new StringReader(text));
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
    } catch (IOException noFile) {
      throw new UncheckedIOException(noFile);
    }
    return words;
  }

  private static List<String> lines() {
    try (InputStream in = Objects.requireNonNull(WordCutter.class.getResourceAsStream(FILE), FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
