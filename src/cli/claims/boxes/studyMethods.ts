import type { StudyId } from "../../../config/claims/studies";
import {
  ALEXNET_METHODS,
  AUTOENCODER_METHODS,
  FASHION_METHODS,
  LENET_METHODS,
  MNIST_METHODS,
  RESNET18_METHODS,
  TRANSLATION_METHODS,
  VGG16_METHODS,
  WRN28_METHODS,
} from "./images";
import type { StudyMethods } from "./ranges";
import { TOY_SETTINGS, toyMethods } from "./toys";

/** The methods of each study with their boxes, written down before its first run: a record whose box is another one is refused. */
export const STUDY_METHODS: Record<StudyId, StudyMethods> = {
  "deep-linear": toyMethods(TOY_SETTINGS["deep-linear"]),
  cars: toyMethods(TOY_SETTINGS.cars),
  "linear-1e4": toyMethods(TOY_SETTINGS["linear-1e4"]),
  "mnist-autoencoder": AUTOENCODER_METHODS,
  lenet: LENET_METHODS,
  alexnet: ALEXNET_METHODS,
  sine: toyMethods(TOY_SETTINGS.sine),
  spirals: toyMethods(TOY_SETTINGS.spirals),
  linear: toyMethods(TOY_SETTINGS.linear),
  mnist: MNIST_METHODS,
  "fashion-mnist": FASHION_METHODS,
  resnet18: RESNET18_METHODS,
  vgg16: VGG16_METHODS,
  wrn28: WRN28_METHODS,
  translation: TRANSLATION_METHODS,
};
