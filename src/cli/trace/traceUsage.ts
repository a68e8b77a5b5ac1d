/** What the command can be asked, as `npm run -s trace -- --help` says it. */
export const USAGE = `npm run -s trace -- --task sine --optimizers apo-p,sgdm --steps 200 --seed 7 --backend wasm
  --task NAME               sine, linear, deep-linear, spirals, cars, cifar10, cifar100 (with --archive),
                            mnist-autoencoder, mnist, fashion-mnist, translation, csv (with --csv), or given (from
                            --config)
  --optimizers A,B          which methods race; with --config, which of the file's runs
  --steps N  --seed N  --batch-size N  --condition-number N  --train-images N
  --network NAME            mlp (default), lenet: for mnist and fashion-mnist; lenet (default), alexnet, vgg16, resnet18, wrn28: for
                            cifar10 and cifar100
  --width N                 of a network: 1/16, 1/8, 1/4, 1/2, 1; of wrn28 its k: 0.25, 0.5, 1, 2, 10
  --norm NAME               none (default), batch: of vgg16
  --augment on              cropped and mirrored training images, or off: for cifar10 and cifar100 (on with other networks than lenet);
                            for translation, training texts with word pieces left out
  --archive FILE            cifar-100-binary.tar.gz for cifar100, cifar-10-binary.tar.gz for more than 5,000 images of cifar10
  --size NAME               normal (default), light: of the Transformer of translation
  --csv FILE                a table to train on, with --task csv; first line: names of the columns
  --target NAME             its target; the last column of numbers where it is left out
  --inputs A,B              its inputs; every other column of numbers where they are left out
  --without A,B             leaves these out of its inputs
  --backend NAME            wasm (default), cpu
  --set [RUN.]NAME=VALUE    a setting, for every run that has it or for one; repeat as needed
  --at STEP:[RUN.]NAME=VALUE  a change in the middle of the run; repeat as needed
  --preset ID               the experiment of a preset of the page
  --config FILE             an experiment as JSON (a trace or a file with a field "config" will do)
  --params [every:N]        add the final weights; every:N those before steps 0, N, 2N, ... as well
  --gap                     on a small network, fill in proximalDistance and proximalCosine at every evaluation
                            by the dense solver (slow); linear regression has them at every step anyway
  --brief                   losses only, to 4 significant digits: other columns and the spectra stay empty
  --fail-on diverged        end with status 3 where a run diverges
  --template NAME           print a problem for --task given --config to start from: mlp, alexnet, vgg16, vgg16-batch, resnet18, wrn28,
                            transformer
  --out FILE                write there instead of standard output
  ends with 0, 1 for a wrong option or setting, 2 for a file that does not fit, 3 with --fail-on diverged`;
