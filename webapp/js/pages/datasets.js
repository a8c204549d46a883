/** The imported tables, at /datasets, and one of them, at /datasets/{name}. */
import { showList } from '../data/list.js';
import { showDataset } from '../data/dataset.js';

const page = document.getElementById('page');
const [, , name] = location.pathname.split('/');

if (name) {
  showDataset(page, decodeURIComponent(name));
} else {
  showList(page);
}
