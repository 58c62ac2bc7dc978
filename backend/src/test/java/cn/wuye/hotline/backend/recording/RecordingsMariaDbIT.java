package cn.wuye.hotline.backend.recording;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class RecordingsMariaDbIT extends RecordingsCases {}
