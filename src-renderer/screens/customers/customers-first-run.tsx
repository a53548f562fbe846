import { chooseFile, takeFile } from '../../features/files-in/import-flow.ts';
import { FirstRun } from '../../features/first-run/first-run.tsx';
import { openNewCustomer } from '../../state/new-customer.ts';
import { goTo } from '../../state/page.ts';

/** The customers page of an empty book. A file chosen or dropped here goes straight into the import. */
export function CustomersFirstRun() {
  const choose = async () => {
    if (await chooseFile()) goTo('import');
  };
  const take = (path: string) => {
    goTo('import');
    void takeFile(path);
  };
  return <FirstRun onChooseFile={() => void choose()} onFile={take} onNew={openNewCustomer} />;
}
