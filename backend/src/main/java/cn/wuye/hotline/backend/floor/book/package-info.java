/** Knows queues, agents and estates as the database defines them. */
@NullMarked
package cn.wuye.hotline.backend.floor.book;

import org.jspecify.annotations.NullMarked;
