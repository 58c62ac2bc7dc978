/** The knowledge base over REST. */
@NullMarked
package cn.wuye.hotline.backend.knowledge.api;

import org.jspecify.annotations.NullMarked;
