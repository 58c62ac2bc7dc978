package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.Job;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Subject;
import org.springframework.stereotype.Component;

/** What is to be done for a ticket, as the matrix is asked. */
@Component
class Jobs {
  private final Categories categories;

  Jobs(Categories categories) {
    this.categories = categories;
  }

  Job of(Contents contents) {
    Subject subject = contents.subject();
    return new Job(
        subject.category(),
        subject.subcategory(),
        name(subject),
        subject.urgency(),
        contents.place().estateId(),
        contents.place().building());
  }

  private String name(Subject subject) {
    return categories
        .find(subject.category())
        .map(
            category ->
                category.subcategories().stream()
                    .filter(sub -> sub.code().equals(subject.subcategory()))
                    .map(Category.Subcategory::zh)
                    .findFirst()
                    .orElse(category.zh()))
        .orElse(subject.category());
  }
}
