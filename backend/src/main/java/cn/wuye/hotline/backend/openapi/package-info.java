/** The description of the REST API as an OpenAPI document. */
@NullMarked
package cn.wuye.hotline.backend.openapi;

import org.jspecify.annotations.NullMarked;
