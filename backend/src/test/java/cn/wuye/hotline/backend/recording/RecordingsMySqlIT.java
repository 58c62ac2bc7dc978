package cn.wuye.hotline.backend.recording;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class RecordingsMySqlIT extends RecordingsCases {}
