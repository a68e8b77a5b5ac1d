// @ts-check

/** All script that the page fetches before Play, workers aside: at most so many KB (of 1,000 bytes), gzip of each file alone. */
export const PAGE_SCRIPT_KB = 260;

/**
 * The scripts that are fetched before Play, by what is opened, workers and what these import aside. Everything else is fetched on
 * demand. A browser test holds each list to what is fetched; not told here is what `test=1` fetches for tests.
 */
export const BEFORE_PLAY = {
  page: ["index.js", "lab.js", "PrintedWords.js"], // paper can be asked for at any time
  returning: ["index.js", "lab.js", "PrintedWords.js", "keepRuns.js"], // the page, in a browser that has kept runs
  embed: ["index.js", "showFigure.js", "lab.js", "Embed.js", "embedSession.js", "hookState.js"],
  recordedEmbed: ["index.js", "showFigure.js"],
};

/**
 * At most so many KB of gzip for each file of `dist/assets`, by its name without the hash. A file without a line here fails
 * `npm test`, and so does a line without a file: what ships is decided here.
 * @type {Readonly<Record<string, number>>}
 */
export const CHUNK_KB = {
  "index.js": 23.5, // with what reads a recorded run; the first page with the proximal picture and its sliders, and the layout of names that every figure shares
  "germanSpeech.js": 92, // all texts in German, with what looks them up: fetched where the page speaks German alone
  "speakLanguage.js": 0.5, // what fetches them, shared by page and embed
  "index.css": 6.5, // what the first paint waits for
  "apo-embed.js": 4, // the element in pages of others
  "rolldown-runtime.js": 1, // how scripts of packages that are no modules are joined in
  "react.js": 72,
  "charts.js": 84, // recharts and d3
  "lab.js": 93, // everything else of the page: its words for people, the settings of each network, the way to lessons and talks, what goes on after a fault
  "lab.css": 9,
  "Embed.js": 6, // the figure in another page
  "EmbedControls.js": 3, // what it has in common with the next
  "Presenter.js": 2, // one chart at a time, large, with the next two, which talks share
  "presenter.js": 0.5,
  "presenter.css": 1,
  "ScenePresenter.js": 5, // a talk, with its question, a curve that is drawn as its answer, and its notes
  "ScenePresenter.css": 0.5,
  "ScenesBody.js": 3.5, // the list of talks, and what makes one
  "scenes.css": 1,
  "sceneDesk.js": 2.5, // what shows scenes and keeps their runs; the next three are its reader, with what all scripts of talks share
  "readScenes.js": 2.5,
  "sceneStore.js": 0.5,
  "schemaIssues.js": 1,
  "broughtBack.js": 1, // a run that a restart took off the page
  "sleeper.js": 1, // what embeds and talks share
  "EmbedReadouts.js": 1, // what these share with a recorded embed, as the next
  "EmbedReadouts.css": 3,
  "tellSize.js": 1, // the size that an embed tells
  "showFigure.js": 4, // a recorded embed before its script
  "doFirstAct.js": 1,
  "AboveAxis.js": 2, // where a chart leaves its axis, there too
  "embedSession.js": 6, // with groups
  "embedSelectors.js": 2, // what figure and HTML share, as the next of menu and HTML
  "browserFiles.js": 1,
  "SnippetBody.js": 3, // the HTML of an embed
  "SnippetBody.css": 1,
  "exporter.js": 2, // what figure and session share
  "figureFiles.js": 10, // charts as SVG, PNG and CSV
  "figureGif.js": 6, // a figure over the steps, with the encoder
  "QrCode.js": 1, // the link for a camera; the next is its drawing, on handouts too
  "QrSquares.js": 5,
  "runFile.js": 3, // a run as a trace
  "recordedSeat.js": 5, // a recorded run, played
  "tellShortened.js": 1,
  "fileDesk.js": 2, // what is done with files
  "openTestHook.js": 4, // for tests, with what of the views it tells
  "hookState.js": 3,
  "landscapeSelectors.js": 2,
  "lookaheadSelectors.js": 2,
  "sweepSelectors.js": 3,
  "offline.js": 2, // what stores the page for use without a network, fetched after it; the next is what is stored, which the help tells
  "offlineStore.js": 0.5,
  "serviceWorker.js": 27, // serves what is stored; most of it is the list of files with their hashes
  "hiddenTab.js": 1, // why a race stands whose tab was hidden, and that it goes on
  "recovery.js": 2, // what goes on after a fault: fetched once a race plays
  "sweepWorker.js": 1.5, // what trains a map; the next is how long its steps take, which the first and further seeds ask too
  "stepLength.js": 0.5,
  "viewWorker.js": 1, // a view's worker, watched, which these and the landscape share
  "sweepStale.js": 1, // what a map was made for, as the next asks too
  "recordedSweep.js": 1, // what fetches the recorded map
  "zod.js": 10, // schemas, for files and messages of a host
  "CsvPicker.js": 1, // what these two share
  "csvSelectors.js": 3,
  "CsvPanel.js": 2, // the file that is trained on, in words
  "ArchivePanel.js": 2, // an archive of images under its task, and the card that asks for one
  "OpenArchiveCard.js": 2,
  "archive.js": 2, // what these share
  "archive.css": 1,
  "imageFile.js": 1, // reads the images of a large archive where they lie; one for each worker that trains
  "archiveDesk.js": 3, // finds, reads and deletes archives
  "files.js": 5, // experiments and runs as files
  "LookaheadView.js": 6,
  "LookaheadView.css": 2,
  "EffectView.js": 3,
  "EffectView.css": 1,
  "AccuracyChart.js": 2,
  "CommitField.js": 1, // a number that acts when it is done, in dialogs and menus
  "FigureMenuPanel.js": 12, // a figure's menu, and all that makes files of it
  "FigureMenuPanel.css": 1,
  "seedsWorker.js": 3, // the race trained with further seeds
  "zoomGestures.js": 2, // brush and keys over steps
  "pinch.js": 1, // two fingers over steps
  "zoomGestures.css": 1,
  "GapView.js": 5, // a view that is closed at first, as the next four
  "GapView.css": 1,
  "landscapeWorker.js": 1.5, // what asks the landscape's worker, and what it asks
  "questionSelectors.js": 1,
  "LandscapeView.js": 5,
  "LandscapeView.css": 1,
  "LedgerView.js": 2,
  "LedgerView.css": 1,
  "SpectrumView.js": 6,
  "SpectrumView.css": 1,
  "SweepMap.js": 6,
  "SweepMap.css": 1,
  "OpenCsvCard.js": 2,
  "SurfaceMap.js": 1, // decision surfaces, in the next and in LookaheadView
  "SurfaceMap.css": 1,
  "translationsModel.js": 1, // what figure and files share
  "OtherFit.js": 7, // what is learned, but for functions of one input
  "OtherFit.css": 2,
  "OverlayList.js": 3, // what is laid behind the race, and what differs
  "OverlayList.css": 1,
  "settingDifferences.js": 2, // what sets two experiments apart, in words
  "keepRuns.js": 9, // runs kept in the browser: fetched with the first step, or on the next visit
  "KeptBody.js": 2,
  "KeptBody.css": 1,
  "fork.js": 1.5,
  "rewind.js": 1, // a fork before the end of a run that diverged, and the next: its likely cause
  "remedies.js": 3,
  "pinRun.js": 1, // P; as the next three shared with the list and with forks
  "allRows.js": 1, // every row of a run whose stored rows are thinned
  "keptStore.js": 2,
  "keptNames.js": 1,
  "keptListSelectors.js": 1,
  "olderLink.js": 2, // what changed since the version of a cited link
  "PosterBody.js": 8, // the poster's claims with the records' numbers, and links to their races
  "PosterBody.css": 1,
  "Lessons.js": 3, // the card of a lesson and the list of all; the next four what they say, with numbers, and what sees that a step is done
  "Lessons.css": 1.5, // with the sheet of paper of each
  "lessons.js": 6.5,
  "LiveWords.js": 1.5,
  "untilSettled.js": 0.5,
  "captionWords.js": 0.5,
  "lessonStore.js": 0.5,
  "lessonDesk.js": 2,
  "ArticleBody.js": 12, // the article under its head, with its equations as MathML
  "ArticleBody.css": 2,
  "GlossaryBody.js": 2, // a sentence for every word and symbol, as the next
  "WordCard.js": 2, // one of them beside where it stands
  "WordCard.css": 1,
  "glossary.js": 5,
  "terms.js": 1, // what these share with the article
  "GlossaryBody.css": 1,
  "SpokenChanges.js": 2, // what a screen reader is told while it trains
  "HelpBody.js": 2,
  "HelpBody.css": 1,
  "PrintedWords.js": 2, // the settings as paper has them
  "PrintedWords.css": 1,
  "Estimate.js": 1.5, // what a race is expected to need, in words
  "Estimate.css": 0.5,
  "NetworkView.js": 4, // the network, node by node
  "NetworkView.css": 1,
  "networkSelectors.js": 2.5,
  "sizes.js": 0.5,
  "studies.js": 1.5, // what the records of the claims trained, which this and the poster share
  "RateList.js": 2.5, // learning rates set by hand, with the best on record
  "RateList.css": 0.5,
  "SettingsBody.js": 3,
  "SettingsBody.css": 2,
  "trainer.worker.js": 136, // the last of these, as of the landscape: how APO-P moves φ where it lies
  "translation.js": 3, // what reads the texts of a Transformer
  "imageNetworks.js": 2, // the poster's networks of images
  "initGraph.js": 1, // what these two share
  "planner.js": 5, // what a race is expected to need, and how fast the device is
  "withNetwork.js": 28, // layers of networks of nodes with their kernels, and how a Transformer is decoded and scored
  "dataFiles.js": 8, // schemas of data files, with the first; the next two for images and for tables
  "lib.js": 13, // fast-png, as Rolldown names it after its folder
  "readCsv.js": 11,
  // with it, of a table that is read or trained on
  "table.js": 1.5,
  "chooseColumns.js": 1.5,
  "csvOffer.js": 0.5,
  "csv.js": 2,
  "standardizer.js": 0.5,
  "plan.js": 2, // a network's nodes with their shapes
  "allKernels.js": 21, // those for WebGPU, where tfjs runs there
  "wasmBackend.js": 26, // of tfjs, with our kernels; one for each worker that trains
  "tfjs-backend-wasm.wasm": 122,
  "tfjs-backend-wasm-simd.wasm": 141,
  "dist.js": 38, // tfjs's WebGPU backend, as Rolldown names it after its folder
  "analysis.worker.js": 42,
  "landscape.worker.js": 98,
  "archive.worker.js": 12, // reads an archive, with gzip by the browser and tar by modern-tar; and the tasks' settings, as defaults are computed
  "sweep.worker.js": 125,
};
