package cn.wuye.hotline.backend.moving.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Ends where a single record would not end: a quote that is never closed takes the rest of a file
 * for one cell.
 */
final class RecordBound extends FilterReader {
  /** Characters of a record, at most; what the parser has read ahead counts as well. */
  static final int MAX_CHARACTERS = 4_000_000;

  private int characters;

  RecordBound(Reader reader) {
    super(reader);
  }

  /** A record has ended. */
  void next() {
    characters = 0;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    int n = super.read(buffer, from, length);
    count(Math.max(0, n));
    return n;
  }

  private void count(int n) throws IOException {
    characters += n;
    if (characters > MAX_CHARACTERS) {
      throw new IOException("a record of more than " + MAX_CHARACTERS + " characters");
    }
  }
}
