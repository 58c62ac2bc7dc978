package cn.wuye.hotline.ivr.speech.vosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that was checked to hold a model which libvosk can load. A wrong one would end the
 * process in native code, so everything that can be seen from outside is looked at first.
 *
 * @param path where the model itself lies
 * @param dynamic whether a grammar can be given at run time; false for large models with a static
 *     graph
 * @param rate the rate of sound its recognisers are given, in Hz
 */
record ModelFolder(Path path, boolean dynamic, int rate) {
  private static final int TELEPHONE_RATE = 8000;
  private static final int USUAL_RATE = 16000;

  /**
   * Checks a folder.
   *
   * @throws UnusableModel with the reason, in Chinese, for people
   */
  static ModelFolder check(Path folder) throws UnusableModel {
    if (Files.isRegularFile(folder)) {
      throw new UnusableModel("%s 是文件，不是模型文件夹（压缩包请先解压）".formatted(folder));
    }
    if (!Files.isDirectory(folder)) {
      throw new UnusableModel("找不到模型文件夹 %s".formatted(folder));
    }
    try {
      Path root = root(folder);
      Layout layout = Layout.of(root);
      acoustics(root, layout);
      boolean dynamic = graph(root, layout);
      int rate = MfccConf.read(root, layout.mfcc()).rate(TELEPHONE_RATE, USUAL_RATE);
      return new ModelFolder(root, dynamic, rate);
    } catch (IOException e) {
      throw new UnusableModel("读不了模型文件夹 %s：%s".formatted(folder, e.getMessage()));
    }
  }

  /** The folder, or the only folder in it: archives are often unpacked one level too deep. */
  private static Path root(Path folder) throws IOException {
    if (Files.exists(folder.resolve("am"))) {
      return folder;
    }
    try (Stream<Path> list = Files.list(folder)) {
      List<Path> inside = list.filter(each -> Files.exists(each.resolve("am/final.mdl"))).toList();
      return inside.size() == 1 ? inside.get(0) : folder;
    }
  }

  /** Where the files lie: models of before 2020 have all of them in one folder. */
  private record Layout(String acoustics, String mfcc, String graph) {
    private static final Layout FOLDERS = new Layout("am/final.mdl", "conf/mfcc.conf", "graph/");
    private static final Layout FLAT = new Layout("final.mdl", "mfcc.conf", "");

    /** As libvosk decides it. */
    static Layout of(Path root) {
      boolean flat =
          !Files.exists(root.resolve(FOLDERS.acoustics))
              && Files.exists(root.resolve(FLAT.acoustics))
              && Files.exists(root.resolve(FLAT.mfcc));
      return flat ? FLAT : FOLDERS;
    }
  }

  private static void acoustics(Path root, Layout layout) throws IOException, UnusableModel {
    Path acoustics = root.resolve(layout.acoustics);
    if (!Files.isRegularFile(acoustics)) {
      throw new UnusableModel("%s 不是 Vosk 模型：缺少 am/final.mdl".formatted(root));
    }
    if (layout.equals(Layout.FOLDERS)) {
      wanted(root, "conf/model.conf");
    }
    try (var in = Files.newInputStream(acoustics)) {
      byte[] start = in.readNBytes(2);
      if (start.length < 2 || start[0] != 0 || start[1] != 'B') {
        throw new UnusableModel("%s 已损坏：am/final.mdl 不是 Kaldi 模型".formatted(root));
      }
    }
  }

  private static boolean graph(Path root, Layout layout) throws IOException, UnusableModel {
    String graph = layout.graph;
    if (Files.isRegularFile(root.resolve(graph + "HCLG.fst"))) {
      wanted(root, graph + "HCLG.fst", graph + "words.txt");
      return false;
    }
    wanted(root, graph + "HCLr.fst", graph + "Gr.fst", graph + "disambig_tid.int");
    return true;
  }

  private static void wanted(Path root, String... files) throws IOException, UnusableModel {
    for (String file : files) {
      Path path = root.resolve(file);
      if (!Files.isRegularFile(path) || Files.size(path) == 0) {
        throw new UnusableModel("%s 不完整：缺少 %s".formatted(root, file));
      }
    }
  }
}
