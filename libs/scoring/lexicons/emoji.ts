/** Emoji and emoticons with their tone in [-3, 3], rated for this project. */

const RATED = `
3 😍 🥰 😘 ❤ 💖 💗 💓 💞 💕 💘 💝 🤩 🏆 🎉 🥳 💯 ♥ 💙 💚 💛 💜 🧡 🖤 🤍 😻
2 😊 😀 😃 😄 😁 😎 🙂 👍 👏 🙌 👌 💪 😇 🤗 ☺ 😋 😂 🤣 ✨ 🌟 ⭐ 🔥 🥇 🎊 🎂 🎁 🍀 🌹 🌷 🌸 💐 😌 🤝 ✌ 🙏 😉 ☀ 🌈 🎶 🍻 🥂 😜 😝 😛 💋 😚 😙 😸 😺 🤘 🤙 ✅ 🌞
1 😏 🤭 😅 👀 🎵 ⚽ 🚀 💫 🌻 🦋 🐶 ☕ 🍾 🏖 🍕 😆 🤤
-1 😐 😑 🤔 😕 🙄 😬 🤷 🤦 😳 😶 😮 🙃 😯 ❗ ❓ 😴 🥱 🤨 ⛔ 🚫 😰 😓 😪 🥺 😧 😦 🤐
-2 😞 😔 😟 🙁 ☹ 😣 😖 😫 😩 😢 😒 👎 😨 😥 😷 🤒 🤕 🥵 🤧 😵 💔 ❌ 😿 🙀 😭 💩 🤥 😲 🤮 🤢 😱
-3 😡 😠 🤬 👿 😤 🖕 💀 ☠ 🗑
2 :) :-) =) ;) ;-) :] (: :d :-d xd =d :p :-p ;d ^_^ ^^ 8) ;p :o) ;'
3 <3 :* :-* ;* 8d
-2 :( :-( =( :[ ): :'( ;( :/ :-/ =/ :\\ :| -_- :c d:
-3 </3 >:( :@ x(
`;

const TONES = new Map<string, number>();
for (const line of RATED.trim().split('\n')) {
  const [value, ...signs] = line.trim().split(/\s+/);
  for (const sign of signs) TONES.set(sign, Number(value));
}

/** Takes an emoji (no skin tone) or a lower-case emoticon, returns its tone, 0 when it has none. */
export function emojiTone(sign: string): number {
  const tone = TONES.get(sign);
  if (tone !== undefined) return tone;
  if (sign.startsWith('<3')) return 3;
  return 0;
}
