/** Shows notices that the desk pushes while the page is closed, and opens the case when one is clicked. */
self.addEventListener('push', (event) => {
  const { subject = 'Earshot', body = '', key, caseId } = event.data ? event.data.json() : {};
  // Copies of one notice have one key: the browser shows them as one.
  event.waitUntil(self.registration.showNotification(subject, { body, tag: key, data: { caseId }, icon: '/favicon.svg' }));
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { caseId } = event.notification.data ?? {};
  const at = caseId ? `/queue/all/${caseId}` : '/watchtower';
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((open) => {
      const page = open.find((one) => 'navigate' in one);
      return page ? page.navigate(at).then((there) => there?.focus()) : self.clients.openWindow(at);
    }),
  );
});
