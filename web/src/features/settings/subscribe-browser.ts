/** Asks the browser to take notices while the page is closed. */
import type { AddBrowser } from '#libs/contracts/http/ladders.js';

/** @param publicKey the desk's VAPID key; @returns the subscription, or null when the person or the browser said no */
export async function subscribeBrowser(publicKey: string): Promise<AddBrowser | null> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return null;
  try {
    if ((await Notification.requestPermission()) !== 'granted') return null;
    const worker = await navigator.serviceWorker.register('/sw.js');
    const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
    const { endpoint, keys } = subscription.toJSON();
    if (!endpoint || !keys?.['p256dh'] || !keys['auth']) return null;
    return { endpoint, keys: { p256dh: keys['p256dh'], auth: keys['auth'] } };
  } catch {
    return null;
  }
}
