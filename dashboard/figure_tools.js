// The tools under a figure: its picture as PNG or SVG, made here in the browser, and its citation on the clipboard.
// A picture is one SVG: title, subtitle, key, the chart as Plotly draws it, and the lines that say where it comes from. PNG is that SVG, painted.
const WIDTH = 1000, PAD = 28, SHARPER = 2, SVG = 'http://www.w3.org/2000/svg'
const made = new WeakMap()   // component root → the last picture asked for that was made

export default function ({ parentElement, data, setTriggerValue }) {
  const find = (name) => parentElement.querySelector(`[data-tool="${name}"]`)
  const say = (words) => { parentElement.querySelector('[role=status]').textContent = words }
  for (const name of ['png', 'svg', 'cite']) {
    const button = find(name)
    button.hidden = name !== 'cite' && !data.drawn
    button.querySelector('.words').textContent = data.words[name]
    button.onclick = name === 'cite'
      ? async () => { say(await copy(data.citation, parentElement) ? data.words.copied : data.words.not_copied) }
      : () => { say(data.words.drawing); setTriggerValue('wanted', name) }
  }
  const wanted = data.picture
  if (wanted && made.get(parentElement) !== wanted.number) {
    made.set(parentElement, wanted.number)
    save(wanted).then(() => say(data.words.saved), (problem) => { console.error(problem); say(data.words.not_drawn) })
  }
}

async function copy (text, root) {
  try { await navigator.clipboard.writeText(text); return true } catch { /* only offered over https and on this machine */ }
  const area = document.createElement('textarea')
  area.value = text
  area.style.cssText = 'position:fixed;opacity:0'
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}

async function save (wanted) {
  const text = new XMLSerializer().serializeToString(await picture(wanted))
  const svg = new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', text], { type: 'image/svg+xml;charset=utf-8' })
  const blob = wanted.format === 'svg' ? svg : await painted(svg)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${wanted.file}.${wanted.format}`
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
}

async function painted (svg) {
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * SHARPER
    canvas.height = image.naturalHeight * SHARPER
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error('no picture')), 'image/png'))
  } finally { URL.revokeObjectURL(address) }
}

function library (address) {
  window.figureLibrary ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = new URL(address, window.location.href)
    script.onload = () => resolve(window.Plotly)
    script.onerror = () => { delete window.figureLibrary; reject(new Error('no drawing library')) }
    document.head.append(script)
  })
  return window.figureLibrary
}

async function picture ({ figure, title, subtitle, legend, sentence, lines, palette, font, library: address }) {
  const drawing = JSON.parse(figure)
  const inside = WIDTH - 2 * PAD, tall = drawing.layout.height
  const Plotly = await library(address)
  const chart = await Plotly.toImage({ ...drawing, config: { staticPlot: true } }, { format: 'svg', width: inside, height: tall, imageDataOnly: true })
  const root = node('svg', { xmlns: SVG, width: WIDTH, 'font-family': font })
  root.append(node('title', {}, title), node('desc', {}, sentence))
  const ground = root.appendChild(node('rect', { width: WIDTH, fill: palette.page }))
  let y = PAD
  const write = (words, size, color, weight = 400) => {
    for (const line of broken(words, inside, `${weight} ${size}px ${font}`)) {
      y += size * 1.5
      root.append(node('text', { x: PAD, y: y - size * 0.4, 'font-size': size, 'font-weight': weight, fill: color }, line))
    }
  }
  write(title, 19, palette.ink, 650)
  if (subtitle) write(subtitle, 14, palette.muted)
  y = key(root, legend, y, inside, palette, font) + 8
  const held = document.importNode(new DOMParser().parseFromString(chart, 'image/svg+xml').documentElement, true)
  for (const [name, value] of Object.entries({ x: PAD, y, width: inside, height: tall })) held.setAttribute(name, value)
  held.style.background = 'none'
  root.append(held)
  y += tall + 10
  root.append(node('line', { x1: PAD, x2: WIDTH - PAD, y1: y, y2: y, stroke: palette.line }))
  y += 6
  for (const line of lines) write(line, 12.5, palette.muted)
  y += PAD / 2
  root.setAttribute('height', Math.ceil(y))
  root.setAttribute('viewBox', `0 0 ${WIDTH} ${Math.ceil(y)}`)
  ground.setAttribute('height', Math.ceil(y))
  return root
}

// The key of a figure stands on the page as HTML (dashboard.layout.legend): each swatch becomes a square, each glyph keeps its colour.
function key (root, legend, top, inside, palette, font) {
  const marks = [...new DOMParser().parseFromString(legend, 'text/html').querySelectorAll('.key > span')]
  if (!marks.length) return top
  let x = PAD, y = top + 22
  for (const mark of marks) {
    const swatch = mark.querySelector('.sw'), glyph = mark.querySelector('b'), words = mark.textContent
    const wide = (swatch ? 18 : 0) + breadth(words, `13px ${font}`)
    if (x > PAD && x + wide > PAD + inside) { x = PAD; y += 22 }
    if (swatch) root.append(...square(swatch.style, x, y - 11, palette))
    const text = node('text', { x: x + (swatch ? 18 : 0), y, 'font-size': 13, fill: palette.ink })
    if (glyph) text.append(node('tspan', { fill: glyph.style.color || palette.ink }, glyph.textContent), words.slice(glyph.textContent.length))
    else text.append(words)
    root.append(text)
    x += wide + 20
  }
  return y
}

let patterns = 0
function square (style, x, y, palette) {
  const colours = [...new Set(style.background.match(/rgba?\([^)]*\)|#[0-9a-f]{3,8}/gi) ?? [palette.page])]
  const edge = style.border ? { stroke: style.borderColor || palette.muted, 'stroke-dasharray': style.borderStyle === 'dashed' ? '2 1.5' : 'none' } : {}
  const box = { x, y, width: 12, height: 12, rx: 2, ...edge }
  if (!/gradient/.test(style.background)) return [node('rect', { ...box, fill: colours[0] })]
  const id = `key-pattern-${++patterns}`
  const dots = /radial/.test(style.background)
  const pattern = node('pattern', { id, width: 4, height: 4, patternUnits: 'userSpaceOnUse', ...(dots ? {} : { patternTransform: 'rotate(45)' }) })
  pattern.append(node('rect', { width: 4, height: 4, fill: dots ? palette.page : colours[1] ?? palette.page }))
  pattern.append(dots ? node('circle', { cx: 2, cy: 2, r: 0.8, fill: colours[0] }) : node('rect', { width: 2, height: 4, fill: colours[0] }))
  return [pattern, node('rect', { ...box, fill: `url(#${id})` })]
}

function node (name, attributes, text) {
  const made = document.createElementNS(SVG, name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  if (text !== undefined) made.textContent = text
  return made
}

const ruler = document.createElement('canvas').getContext('2d')
function breadth (text, font) { ruler.font = font; return ruler.measureText(text).width }

// Lines no wider than `wide`: broken after any Chinese character or blank, and inside a long address where it must be.
function broken (text, wide, font) {
  const lines = []
  let line = ''
  for (const part of text.match(/[!-~]+ ?|[^]/gu) ?? []) {
    if (breadth(line + part, font) <= wide) { line += part; continue }
    if (line && !/^[，。；：、）》」』”’！？％〕]/u.test(part)) { lines.push(line); line = '' }
    for (const letter of part) {
      if (breadth(line + letter, font) > wide && line && part.length > 1) { lines.push(line); line = '' }
      line += letter
    }
  }
  return line ? [...lines, line] : lines
}
