package cn.wuye.hotline.backend.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which department leads for which category, estate by estate where it differs. */
public final class ResponsibilityMatrix {
  private final Map<String, Department> departments = new HashMap<>();
  private final List<Responsibility> mostSpecificFirst;

  /** What a row is for. */
  private record Cell(String category, String subcategory, @Nullable Object estate) {}

  /**
   * @throws IllegalArgumentException when two rows are for the same, or a department is unknown
   */
  public ResponsibilityMatrix(List<Department> departments, List<Responsibility> rows) {
    departments.forEach(department -> this.departments.put(department.code(), department));
    Set<Cell> cells = new HashSet<>();
    for (Responsibility row : rows) {
      if (!cells.add(new Cell(row.category(), row.subcategory(), row.estate()))) {
        throw new IllegalArgumentException(
            "two rows are for category '"
                + row.category()
                + "', sub-category '"
                + row.subcategory()
                + "', estate "
                + row.estate()
                + "; keep one of them");
      }
      known(row.lead());
      row.helpers().forEach(this::known);
    }
    List<Responsibility> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingInt(Responsibility::specificity).reversed());
    this.mostSpecificFirst = List.copyOf(sorted);
  }

  /** The row for a job; empty when none is for it, then a person decides. */
  public Optional<Responsibility> find(Job job) {
    return mostSpecificFirst.stream().filter(row -> row.covers(job)).findFirst();
  }

  /** The department with this code, which must stand in the matrix. */
  public Department department(String code) {
    return known(code);
  }

  private Department known(String code) {
    Department department = departments.get(code);
    if (department == null) {
      throw new IllegalArgumentException(
          "there is no department '"
              + code
              + "'; there are: "
              + String.join(", ", new TreeSet<>(departments.keySet())));
    }
    return department;
  }
}
