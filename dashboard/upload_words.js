// Says in the reader's language what Streamlit's upload says in English alone: the names of its buttons for those who cannot see them, and, for every
// file that it refuses, one sentence with the file, where it stopped and what to do. Streamlit's own stands in a hover text, and in English.
const CHIPS = '[data-testid="stFileChip"][aria-invalid="true"]'
const TEXTS = { 'Drag and drop files here': 'drop', Upload: 'choose' }   // the first while a file is held over the field
const REASONS = [[/must be/, 'limit'], [/not allowed/, 'type']]

export default function ({ parentElement, data }) {
  window.uploadWords = data.words   // of the newest run: one that went before must not put its language back
  const list = parentElement.querySelector('[data-role="refused"]')
  const fill = (sentence, facts) => sentence.replace(/\{(\w+)\}/g, (_, key) => facts[key])
  const put = (element, name) => { if (element && element.getAttribute('aria-label') !== name) element.setAttribute('aria-label', name) }

  const sentenceOf = (chip, words) => {
    const name = chip.querySelector('[data-testid="stFileChipName"]')
    const own = chip.querySelector('[role="alert"]')
    if (!own) return ''
    const reason = REASONS.find(([pattern]) => pattern.test(own.textContent))
    if (reason || !own.dataset.said) chip.dataset.reason = reason ? reason[1] : 'failed'
    const said = fill(words[chip.dataset.reason], { name: name.textContent, size: name.nextElementSibling?.textContent ?? '' })
    if (own.textContent !== said) { own.textContent = said; own.dataset.said = 'yes' }
    return said
  }

  const tell = () => {
    const words = window.uploadWords
    const upload = document.querySelector('[data-testid="stFileUploader"]')
    if (!upload) return
    put(upload.querySelector('input[type="file"]'), words.choose)
    put(upload.querySelector('section button[data-testid="stBaseButton-secondary"]'), words.choose)
    put(upload.querySelector('[aria-label="Add files"]'), words.more)
    for (const element of upload.querySelectorAll('section div, section span, section p')) {
      if (!element.childElementCount && element.textContent in TEXTS) element.textContent = words[TEXTS[element.textContent]]
    }
    for (const chip of upload.querySelectorAll('[data-testid="stFileChip"]')) {
      put(chip.querySelector('button'), fill(words.remove, { name: chip.querySelector('[data-testid="stFileChipName"]').textContent }))
    }
    const sentences = [...upload.querySelectorAll(CHIPS)].map((chip) => sentenceOf(chip, words)).filter(Boolean)
    if (list.dataset.said === sentences.join('\n')) return
    list.dataset.said = sentences.join('\n')
    list.replaceChildren(...sentences.map((sentence) => {
      const note = document.createElement('div')
      note.className = 'note red'
      note.textContent = sentence
      return note
    }))
  }
  const watch = new MutationObserver(tell)
  watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-invalid'] })
  tell()
  return () => watch.disconnect()
}
